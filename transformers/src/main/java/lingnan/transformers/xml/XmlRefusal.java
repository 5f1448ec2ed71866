package lingnan.transformers.xml;

/** XML that the hub does not take, with the place and one line for the caller; never a parser's own words of class. */
public final class XmlRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        NOT_WELL_FORMED,
        DTD,
        ENTITY,
        PROCESSING_INSTRUCTION,
        TOO_DEEP,
        TOO_MANY_ATTRIBUTES,
        TOO_LONG,
        /** Well-formed, but no SOAP 1.1 or 1.2 envelope. */
        NOT_SOAP,
        /** The Body does not hold exactly one element and nothing else. */
        WRONG_BODY
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final String reason;

    public XmlRefusal(Kind kind, int line, int column, String reason) {
        super("Line " + line + ", column " + column + ": " + reason, null, false, false);
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, in UTF-16 units. */
    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
