package lingnan.city.faults;

import java.time.Duration;
import java.util.Optional;
import lingnan.city.Reply;

/**
 * One request as its caller saw it.
 *
 * @param hub which of several
 * @param sentAt on {@link System#nanoTime}'s clock, as is endedAt
 * @param message the hub's id; none if nothing came back
 * @param trouble a fault's code, or {@code no_answer}; none if it was answered or accepted with a receipt
 */
record Attempt(
        String hub,
        boolean asynchronous,
        long sentAt,
        long endedAt,
        Optional<String> message,
        Optional<String> trouble) {

    static final String NO_ANSWER = "no_answer";

    static Attempt ended(String hub, boolean asynchronous, long sentAt, Reply reply) {
        Optional<String> fault = reply.fault().map(Reply.Fault::code);
        boolean complete = asynchronous ? reply.isReceipt() : reply.records().size() == 1;
        return new Attempt(
                hub,
                asynchronous,
                sentAt,
                System.nanoTime(),
                reply.messageId(),
                fault.or(() -> complete ? Optional.empty() : Optional.of("incomplete")));
    }

    static Attempt failed(String hub, boolean asynchronous, long sentAt) {
        return new Attempt(hub, asynchronous, sentAt, System.nanoTime(), Optional.empty(), Optional.of(NO_ANSWER));
    }

    /** Whether the hub has promised something: an answer that was given, or one to come. */
    boolean isAcknowledged() {
        return trouble.isEmpty();
    }

    Duration took() {
        return Duration.ofNanos(endedAt - sentAt);
    }
}
