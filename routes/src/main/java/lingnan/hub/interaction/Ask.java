package lingnan.hub.interaction;

import java.time.Instant;
import lingnan.hub.kernel.MessageId;

/**
 * An asynchronous interaction on its way to its provider. Its text form, which Artemis carries, is the message id.
 *
 * @param queue below {@code hub.ask}: the agency that is to be called, or {@link #HELD}
 * @param due since when it may be called, in real time; another time means that it was put off meanwhile
 */
record Ask(MessageId message, String queue, Instant due) {

    /** Where waits what is answered from a state: no agency is called for it, so none keeps it waiting. */
    static final String HELD = "held";

    @Override
    public String toString() {
        return message.toString();
    }
}
