package lingnan.hub.console.body;

import java.util.List;
import java.util.Locale;

/** One line of a body as the page shows it. The page escapes the text; nothing here is markup. */
public record Line(int depth, List<Token> tokens) {

    /** What a piece of text is; its name in small letters is the style that the page gives it. */
    public enum Kind {
        MARK,
        NAME,
        VALUE,
        TEXT,
        NOTE
    }

    /** A piece of a line. */
    public record Token(Kind kind, String text) {

        public String style() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
