package lingnan.hub.messagelog;

import java.time.Duration;
import lingnan.hub.kernel.MessageId;

/**
 * Which request was already taken on: the one thing that is unique across lanes and hubs. A key is a digest over whatever
 * makes two requests the same (caller, service, id); the body's digest tells a repetition from a mistake.
 */
public interface Idempotency {

    /**
     * Claims a key for a message; of concurrent twins exactly one is FIRST.
     *
     * @param running how long the claim holds while the answer is being made; if its hub dies, the key is free after it
     */
    Claim claim(byte[] key, byte[] bodyDigest, MessageId message, Duration running);

    /**
     * The answer of this message stands in the log and is to be given again.
     *
     * @param keep for how long
     * @return false if the claim had passed to another message
     */
    boolean complete(byte[] key, MessageId message, Duration keep);

    /** Gives a key back whose message came to nothing. */
    void release(byte[] key, MessageId message);

    /** Forgets what has expired; returns how many. */
    int expire();

    /** What a claim found. */
    sealed interface Claim {
        /** Nobody was here: go on. */
        record First() implements Claim {}

        /** The same request is under way: wait and claim again. */
        record TwinRunning(MessageId message) implements Claim {}

        /** The same request was answered: give the answer of this message. */
        record Answered(MessageId message) implements Claim {}

        /** Another request was made under this key. */
        record Mismatch(MessageId message) implements Claim {}
    }
}
