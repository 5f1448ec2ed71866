package lingnan.hub.messagelog;

import lingnan.hub.kernel.MessageId;

/** Lawful erasure: bodies, keys and salts go, leaves stay, and an entry says who did it and why. */
public interface Eraser {

    /**
     * Erases every body and key of a message, in one transaction with the entry that says so.
     *
     * @return how many bodies and keys are gone
     */
    int erase(MessageId message, String actor, String reason);
}
