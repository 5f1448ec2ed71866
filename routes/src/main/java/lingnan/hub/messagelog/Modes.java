package lingnan.hub.messagelog;

/** The two values of {@link Fact#MODE} that the log itself acts on. */
public final class Modes {

    /** The caller waits: if the hub dies, nobody will finish the interaction, and recovery closes it. */
    public static final String SYNCHRONOUS = "sync";

    /** The caller has a receipt: the relay will carry the interaction on from the log. */
    public static final String ASYNCHRONOUS = "async";

    private Modes() {}

    static boolean isSynchronous(Entry entry) {
        return SYNCHRONOUS.equals(entry.facts().get(Fact.MODE));
    }
}
