package lingnan.hub.messagelog;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log does beside appending, one thing after the other on one thread. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "log-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    /** A piece of work that may meet a database that does not answer. */
    interface Chore {
        void run() throws java.sql.SQLException;
    }

    void every(long seconds, String what, Chore chore) {
        clock.scheduleWithFixedDelay(() -> attempt(what, chore), seconds, seconds, TimeUnit.SECONDS);
    }

    /** A chore that fails today must be done tomorrow: a scheduler forgets one that throws. */
    private static void attempt(String what, Chore chore) {
        try {
            chore.run();
        } catch (java.sql.SQLException | RuntimeException e) {
            LOG.warn("{} did not work; it will be tried again: {}", what, e.getMessage());
            LOG.debug("{}", what, e);
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
