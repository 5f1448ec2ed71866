package lingnan.hub.interaction;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls that take too long. One look at all that is under way, some times a second, instead of a timer for each
 * call: nearly every call is answered long before, and setting and taking back its timer would wake a thread each time.
 */
final class Deadlines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "provider-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Deadlines() {
        long pause = BETWEEN_LOOKS.toMillis();
        watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** A call and when it must have ended; each is itself only. */
    static final class Deadline {

        private final long end;
        private final Cancellable call;

        private Deadline(long end, Cancellable call) {
            this.end = end;
            this.call = call;
        }
    }

    /** From now on; the call is cancelled at its end unless it was {@link #met} before. */
    Deadline set(Duration length, Cancellable call) {
        Deadline deadline = new Deadline(System.nanoTime() + length.toNanos(), call);
        underWay.add(deadline);
        return deadline;
    }

    void met(Deadline deadline) {
        underWay.remove(deadline);
    }

    private void look() {
        long now = System.nanoTime();
        for (Deadline deadline : underWay) {
            if (now - deadline.end >= 0 && underWay.remove(deadline)) {
                cancel(deadline.call);
            }
        }
    }

    /** What goes wrong with one call must not end the watch over all others. */
    private static void cancel(Cancellable call) {
        try {
            call.cancel();
        } catch (RuntimeException e) {
            LOG.warn("A call that took too long could not be cancelled", e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
