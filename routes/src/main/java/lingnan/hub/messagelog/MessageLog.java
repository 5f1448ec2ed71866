package lingnan.hub.messagelog;

import java.util.concurrent.CompletableFuture;

/** The one place where things become true. Appends are durable when they are answered, never before. */
public interface MessageLog {

    /**
     * Appends on this hub's edge lane by group commit. The future completes after the commit. It fails with a
     * {@link lingnan.hub.kernel.HubFault} of code LOG_UNAVAILABLE: at once when too much is waiting, after the commit
     * was refused, or when the database did not answer in time. An append that became durable after it was given up is
     * closed by the log itself with an entry IN_DOUBT if it was ACCEPTED.
     */
    CompletableFuture<LogPosition> append(Entry entry);

    /**
     * Appends on a module's lane in the caller's transaction, if the stream is at the expected version. Must be called
     * inside a Spring-managed transaction; the head row of the lane is locked until it ends.
     *
     * @param lane the module's lane, such as {@code interaction}
     * @param stream what the state is of, such as a message id
     * @param expectedVersion 0 for a stream that must not exist yet
     */
    AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry);

    /**
     * Keeps a refusal, or the close of an interaction, that could not be logged now: bounded, fsynced, folded into the
     * edge lane as soon as the log can be written again. Never blocks longer than one fsync.
     */
    void spool(Entry entry);

    /** What became of a conditional append. */
    sealed interface AppendOutcome {
        record Appended(LogPosition position, long version) implements AppendOutcome {}

        /** The stream is at another version: somebody else was first. */
        record Conflict(long actualVersion) implements AppendOutcome {}
    }
}
