package lingnan.transformers.xml;

import com.ctc.wstx.exc.WstxEOFException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Turns what the parser throws into a refusal in words for a caller. */
final class ParserWords {

    private static final int LONGEST = 200;

    private ParserWords() {}

    static XmlRefusal refusal(XMLStreamException e, @Nullable Location fallback) {
        Location at = e.getLocation() == null ? fallback : e.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNumber());
        int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
        String words = firstLine(e.getMessage());
        XmlRefusal.Kind kind = kind(words);
        return new XmlRefusal(kind, line, column, reason(kind, e, words));
    }

    private static XmlRefusal.Kind kind(String words) {
        if (words.contains("Maximum Element Depth")) {
            return XmlRefusal.Kind.TOO_DEEP;
        }
        if (words.contains("Attribute limit")) {
            return XmlRefusal.Kind.TOO_MANY_ATTRIBUTES;
        }
        if (words.contains("imit (") || words.contains("size limit") || words.contains("Maximum ")) {
            return XmlRefusal.Kind.TOO_LONG;
        }
        if (words.contains("ndeclared") && words.contains("ntity")) {
            return XmlRefusal.Kind.ENTITY;
        }
        return XmlRefusal.Kind.NOT_WELL_FORMED;
    }

    private static String reason(XmlRefusal.Kind kind, XMLStreamException e, String words) {
        return switch (kind) {
            case TOO_DEEP -> "Elements are nested deeper than " + HardenedXml.MAX_DEPTH + ".";
            case TOO_MANY_ATTRIBUTES -> "An element has more than " + HardenedXml.MAX_ATTRIBUTES + " attributes.";
            case TOO_LONG -> "A text, a name, an attribute or the document is longer than allowed.";
            default -> e instanceof WstxEOFException ? "The document ends before it is complete." : words;
        };
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "The document is not well-formed.";
        }
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
