package lingnan.city.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import lingnan.city.HubProcess;

/**
 * A time in which a hub's PostgreSQL stood still.
 *
 * @param began on {@link System#nanoTime}'s clock
 * @param threads the most that the hub had meanwhile
 * @param megabytes the most memory that it occupied meanwhile
 * @param back after how long a question was answered again
 */
record Outage(long began, Duration length, long threads, long megabytes, Duration back) {

    private static final Duration BACK = Duration.ofSeconds(10);

    /** Returns when service is back. */
    static Outage of(Load load, HubProcess hub, Duration length) throws IOException {
        List<Long> database = Signals.family(hub.databasePid().orElseThrow());
        long began = System.nanoTime();
        Watch watch = new Watch(hub.pid(), began + length.toNanos());
        Signals.send("STOP", database);
        try {
            Waiting.until("the outage has lasted", length.multipliedBy(2), watch::isOver);
        } finally {
            Signals.send("CONT", database);
        }
        long resumed = System.nanoTime();
        Duration back = Waiting.until("service is back", BACK, () -> load.since(resumed)
                .filter(Attempt::isAcknowledged)
                .anyMatch(attempt -> !attempt.asynchronous()));
        return new Outage(began, length, watch.threads, watch.megabytes, back);
    }

    /** Whether a request was under way in it. */
    boolean concerns(Attempt attempt) {
        return attempt.endedAt() - began > 0 && attempt.sentAt() - began < length.toNanos();
    }

    @Override
    public String toString() {
        return "at most " + threads + " threads and " + megabytes + " MB; answers again after " + back.toMillis()
                + " ms";
    }

    /** Looks at a process for as long as it is asked whether the time is over. */
    private static final class Watch {

        private final long pid;
        private final long end;
        private long threads;
        private long megabytes;

        Watch(long pid, long end) {
            this.pid = pid;
            this.end = end;
        }

        boolean isOver() throws IOException {
            threads = Math.max(threads, Signals.threads(pid));
            megabytes = Math.max(megabytes, Signals.residentMegabytes(pid));
            return System.nanoTime() - end >= 0;
        }
    }
}
