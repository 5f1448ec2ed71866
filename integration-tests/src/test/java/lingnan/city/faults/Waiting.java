package lingnan.city.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, never longer than is said. */
final class Waiting {

    private Waiting() {}

    /** What is waited for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** @throws AssertionError if it does not become true in time */
    static Duration until(String what, Duration atMost, Condition condition) throws IOException {
        long started = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - started > atMost.toNanos()) {
                throw new AssertionError("Not within " + atMost + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
