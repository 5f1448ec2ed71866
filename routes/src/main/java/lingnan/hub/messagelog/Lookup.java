package lingnan.hub.messagelog;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form by which a key is found: however somebody types it, full-width or half-width, with or without spaces,
 * hyphens and name dots, in small letters or capitals. What is stored is committed to as it stands, so a later Java's
 * Unicode tables cannot make an old entry look forged.
 */
final class Lookup {

    private static final int LONGEST = 200;
    private static final String SEPARATORS = "-‐‑‒–—−_./\\·•・‧∙,，。、:：;；()（）";

    private Lookup() {}

    static String of(String value) {
        String even = Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(even.length());
        even.codePoints()
                .filter(point -> !Character.isWhitespace(point) && SEPARATORS.indexOf(point) < 0)
                .limit(LONGEST)
                .forEach(out::appendCodePoint);
        return out.isEmpty()
                ? value.strip().substring(0, Math.min(LONGEST, value.strip().length()))
                : out.toString();
    }
}
