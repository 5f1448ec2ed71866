package lingnan.hub.messagelog;

import java.time.Duration;

/**
 * What bounds the edge lane's queue and waiting.
 *
 * @param giveUpAfter how long a caller waits at most; the house promises a fault within 5 s
 */
record Limits(
        int queuedEntries,
        long queuedBytes,
        int batchEntries,
        long batchBytes,
        Duration giveUpAfter,
        Duration renewEvery,
        Duration retryEvery) {

    static final Limits STANDARD = new Limits(
            4_096, 64L << 20, 500, 4L << 20, Duration.ofMillis(3_800), Duration.ofSeconds(3), Duration.ofMillis(200));
}
