package lingnan.hub.interaction;

import java.time.Instant;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;

/**
 * An asynchronous interaction on its way to its provider. Its text form, which Artemis carries, is the message id.
 *
 * @param due since when it may be called, in real time; another time means that it was put off meanwhile
 */
record Ask(MessageId message, AgencyCode agency, Instant due) {

    @Override
    public String toString() {
        return message.toString();
    }
}
