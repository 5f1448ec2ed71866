package lingnan.hub.kernel;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same again and again on a thread of its own, whatever becomes of one time: a plain timer ends without a word
 * with the first exception that nobody expected. The first failure of a row is a warning, the others are not.
 */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final ScheduledExecutorService timer;
    private final Set<Object> stuck = ConcurrentHashMap.newKeySet();
    private boolean failing;

    /** @param name of the thread and in warnings */
    public Rounds(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.timer = Executors.newSingleThreadScheduledExecutor(runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param delay before the first time */
    public void start(Duration delay) {
        timer.scheduleWithFixedDelay(this::once, delay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Does the work for each of these; one that fails keeps no other from it, and is warned of the first time.
     *
     * @throws HubFault of the work: what it says holds for all of them alike
     */
    public <T> void each(Collection<T> these, Consumer<T> one) {
        for (T item : these) {
            try {
                one.accept(item);
            } catch (HubFault away) {
                throw away;
            } catch (RuntimeException unexpected) {
                if (stuck.add(item)) {
                    LOG.warn("{} failed on {}; it is tried again", name, item, unexpected);
                }
            }
        }
    }

    private void once() {
        try {
            work.run();
            if (failing) {
                LOG.info("{} works again", name);
            }
            failing = false;
        } catch (RuntimeException failed) {
            if (failing) {
                LOG.debug("{} still fails", name, failed);
            } else {
                LOG.warn("{} failed; it is tried again each {} ms", name, pause.toMillis(), failed);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
