package lingnan.transformers.charset;

/** Bytes whose character set is unknown, not allowed, or not what it was said to be; or text that a set cannot hold. */
public final class CharsetRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** The character set is not one that the hub reads. */
        UNSUPPORTED,
        /** Two statements about the character set exclude each other. */
        CONFLICT,
        /** A byte sequence does not exist in the character set. */
        MALFORMED,
        /** A character stands where no reference may and the character set lacks it. */
        NOT_ENCODABLE
    }

    private final Kind kind;

    /** @param reason one line, fit for a caller's eyes */
    public CharsetRefusal(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
