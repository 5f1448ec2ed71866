package lingnan.transformers.identifier;

/** The four levels on which an identifier is checked, apart from each other. */
public enum Level {
    /** Its length and parts. */
    SHAPE,
    /** The characters that may stand in it. */
    CHARACTERS,
    /** Its check digit. */
    CHECK_DIGIT,
    /** What it says: that a day exists, that a division did. */
    SEMANTICS;

    /** Whether the identifier is usable all the same. */
    public boolean isWarning() {
        return this == CHECK_DIGIT || this == SEMANTICS;
    }
}
