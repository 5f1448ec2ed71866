package lingnan.city.agency;

/** How an agency behaves. Where it acts, its ledger says what it did before anything goes wrong. */
public enum Mode {
    NORMAL(true),
    /** Answers with its stack's own kind of fault; the ledger has what was asked. */
    FAULT(true),
    /** Does not act; a login page with status 200, as a session filter puts before a service. */
    HTML(false),
    /** Does not act; status 200 and no body. */
    EMPTY(false),
    /** Acts, waits the milliseconds given, answers. */
    SLOW(true),
    /** Acts, then closes the connection without an answer. */
    DROP(true),
    /** Acts, then sends half of its answer as though it were all. */
    TRUNCATED(true),
    /** Acts, then closes the connection in the middle of its answer. */
    CUT(true),
    /** Acts and never answers. */
    HANG(true);

    private final boolean reachesStack;

    Mode(boolean reachesStack) {
        this.reachesStack = reachesStack;
    }

    boolean reachesStack() {
        return reachesStack;
    }
}
