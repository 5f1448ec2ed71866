package lingnan.hub.messagelog;

/**
 * What an entry says happened. The number is part of the leaf's format: never reuse or change one.
 */
public enum EntryKind {
    /** An interaction was accepted: from here on the hub answers for it. */
    ACCEPTED(1),
    /** An asynchronous interaction is about to call its provider; at most one such entry for each message. */
    CALLING(2),
    /** The provider answered and the caller was (or will be) given this answer. */
    ANSWERED(3),
    /** The interaction ended with a fault after it was accepted. */
    FAILED(4),
    /** The provider may have acted, the result is not known. */
    IN_DOUBT(5),
    /** An arrival was refused before it was accepted. */
    REFUSED(6),
    /** Anonymous refusals beyond the rate limit, counted for one minute. */
    REFUSALS_COUNTED(7),
    /** A caller collected the answer of an asynchronous interaction. */
    COLLECTED(8),
    /** An answer was pushed to its caller, or the attempt failed. */
    PUSHED(9),
    /** A stored answer was given again under its idempotency key. */
    REPEATED(10),
    /** Somebody looked at a trace. */
    LOOKED(11),
    /** Bodies, keys or salts were erased, with the reason. */
    ERASED(12),
    /** An administrative act: login, password change, start, stop, snapshot loaded. */
    ADMINISTERED(13),
    /** An attempt of an asynchronous interaction ended without effect; another will follow. */
    DEFERRED(14),
    /** The state of a subject that the hub answers from was loaded: replaced, or added to. */
    LOADED(20),
    /** An agency asked for a grant. */
    GRANT_REQUESTED(25),
    /** A requested grant was given, perhaps narrower than asked. */
    GRANT_GIVEN(26),
    /** A requested grant was refused, with the reason. */
    GRANT_REFUSED(27),
    /** A request was taken back before it was answered. */
    GRANT_WITHDRAWN(28),
    /** A grant was revoked, with the reason. */
    GRANT_REVOKED(29),
    /** The answer to a request, or the sharing that was granted, is due soon. */
    GRANT_DUE(30),
    /** The answer to a request, or the sharing that was granted, is overdue. */
    GRANT_OVERDUE(31),
    /** What was granted can be had from now on. */
    GRANT_SHARED(32),
    /** A grant that was given on request reached its last day. */
    GRANT_EXPIRED(33),
    /** An agency's command to a service of the hub was carried out; with its answer, unless an objection keeps it. */
    COMMANDED(35),
    /** An agency objected to a value that it had received. */
    OBJECTION_FILED(36),
    /** The provider found the value wrong and corrected it. */
    OBJECTION_ACCEPTED(37),
    /** The provider stands by the value, with the reason. */
    OBJECTION_REJECTED(38),
    /** The provider cannot decide by what it was told. */
    OBJECTION_MORE_NEEDED(39),
    /** The objector added what its provider asked for. */
    OBJECTION_ADDED(40),
    /** The answer to an objection is due soon. */
    OBJECTION_DUE(41),
    /** The answer to an objection is overdue. */
    OBJECTION_OVERDUE(42),
    /** An agency is told what became of an objection to a record that it was shown. */
    NOTICE_GIVEN(43),
    /** That agency took note of it. */
    NOTICE_ACKNOWLEDGED(44);

    private final int number;

    EntryKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException if no kind has this number */
    public static EntryKind of(int number) {
        for (EntryKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of entry has the number " + number);
    }

    /** Whether an entry of this kind says how the matter that its message is about stands from then on. */
    public boolean settles() {
        return switch (this) {
            case GRANT_GIVEN, GRANT_REFUSED, GRANT_WITHDRAWN, GRANT_REVOKED, GRANT_EXPIRED -> true;
            default -> closes();
        };
    }

    /** Whether an accepted interaction is closed by an entry of this kind. */
    public boolean closes() {
        return this == ANSWERED || this == FAILED || this == IN_DOUBT;
    }
}
