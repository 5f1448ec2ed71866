package lingnan.transformers.dialect;

/** An answer that carries no payload, sorted by what it is instead. */
public final class DialectFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the provider sent in place of an answer. */
    public enum Kind {
        /** A SOAP fault, or the dialect's own form of an error. */
        FAULT,
        /** A web page or another thing that is not of the dialect. */
        NOT_SOAP,
        /** Nothing. */
        EMPTY,
        /** Of the dialect but broken: truncated, wrong Base64, not well-formed. */
        BROKEN
    }

    private final Kind kind;

    /** @param detail one line for the caller, without class names or stack traces */
    public DialectFault(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
