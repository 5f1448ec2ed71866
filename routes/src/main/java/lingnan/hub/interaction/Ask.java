package lingnan.hub.interaction;

import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;

/** An asynchronous interaction on its way to its provider. Its text form, which Artemis carries, is the message id. */
record Ask(MessageId message, AgencyCode agency) {

    @Override
    public String toString() {
        return message.toString();
    }
}
