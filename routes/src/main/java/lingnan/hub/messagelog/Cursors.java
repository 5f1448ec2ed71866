package lingnan.hub.messagelog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far a relay has come on each lane. A cursor is held by one hub at a time; the epoch shuts out a holder whose lease
 * has passed to another.
 */
public interface Cursors {

    /**
     * Takes the cursor, or keeps it if this hub has it already; empty while another hub holds it.
     *
     * @param name of the relay, such as {@code ask}; a cursor that is new stands before the lane's first entry
     */
    Optional<Held> take(String name, String lane, Duration lease);

    /**
     * Moves a cursor, never back.
     *
     * @return false if the lease has passed to another hub; the work since it was taken may be done twice
     */
    boolean advance(Held cursor, long position);

    /**
     * The asynchronous interactions accepted on a lane after a position and not closed yet, oldest first; bodies are
     * read, keys are not. Cheap also where nearly everything is synchronous.
     *
     * @param limit 1 to 1,000
     */
    List<LoggedEntry> asynchronous(String lane, long after, int limit);

    /** @param position everything up to here has been relayed */
    record Held(String name, String lane, long epoch, long position) {}
}
