package lingnan.hub.messagelog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.MessageId;

/** Finds what passed. Reading is not logged here: whoever shows a trace to somebody appends a LOOKED entry. */
public interface Traces {

    /**
     * The messages that carry this key (a business key of any type, a case number, a caller's message id, or the hub's
     * message id), newest first.
     *
     * @param limit at most this many, 1 to 1,000
     */
    List<Summary> find(String key, int limit);

    /** The newest messages, for a page that has no question yet. */
    List<Summary> newest(int limit);

    /** Every entry of one message in order of append, bodies decrypted; empty if there is none. */
    List<LoggedEntry> entries(MessageId message);

    /** One line of a result list, with the times of the message's first entry. */
    record Summary(
            MessageId message,
            Instant firstAppended,
            Instant businessTime,
            String client,
            String provider,
            String subject,
            String operation,
            String outcome) {}

    /** The entries of a lane after a position, oldest first, for relays. Bodies are read, keys are not. */
    List<LoggedEntry> after(String lane, long position, int limit);

    /** The names of all lanes. */
    List<String> lanes();

    /**
     * The subsystems that were answered about a subject from a record with this key, whether or not they were shown the
     * key itself; in the order of their names.
     *
     * @param subject its code
     */
    List<Receiver> receivers(String subject, Key key);

    /**
     * Who was answered from a record.
     *
     * @param client the subsystem
     * @param latest the newest of its messages in which the same fields were withheld
     */
    record Receiver(String client, MessageId latest) {}

    /** The answer that was last given or stored for this message, if it is still there. */
    Optional<Body> body(MessageId message, Body.Role role);
}
