package lingnan.hub.messagelog;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit on this hub's edge lane. Callers hand in and wait on a future; one thread takes whatever waits, writes
 * it in one transaction, and completes the futures after the commit.
 */
final class EdgeLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeLane.class);

    private final LaneConnection connection;
    private final Limits limits;
    private final Closings closings;
    private final LinkedBlockingQueue<Pending> queue;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Deque<Pending> owed = new ArrayDeque<>();
    private final OpenInteractions open = new OpenInteractions();
    private final Thread writer = new Thread(this::run, "log-writer");
    private final Thread watchdog = new Thread(this::watch, "log-watchdog");

    private volatile List<Pending> inFlight = List.of();
    private volatile boolean stopping;
    private volatile long stopBy = Long.MAX_VALUE;
    private volatile boolean writable;
    private volatile long writableSince;
    private volatile @Nullable String laneName;

    EdgeLane(LaneConnection connection, Limits limits, Closings closings) {
        this.connection = connection;
        this.limits = limits;
        this.closings = closings;
        this.queue = new LinkedBlockingQueue<>(limits.queuedEntries());
    }

    /** Takes the lane in the caller's thread, so that a hub that cannot write does not start. */
    void start(OpenAtStart openAtStart) throws SQLException {
        String held = connection.hold().lane();
        laneName = held;
        openAtStart.on(held).forEach(left -> open.note(left.message().value(), left.position()));
        found();
        writer.setDaemon(true);
        watchdog.setDaemon(true);
        writer.start();
        watchdog.start();
    }

    /** What an earlier life of this hub left open on its lane; it keeps the low-water mark down until it is closed. */
    interface OpenAtStart {
        List<Recovery.Left> on(String lane) throws SQLException;
    }

    /** Whether the log could be written at each attempt of the last so many seconds. */
    boolean writableFor(long seconds) {
        return writable && System.nanoTime() - writableSince >= TimeUnit.SECONDS.toNanos(seconds);
    }

    private void found() {
        if (!writable) {
            writableSince = System.nanoTime();
            writable = true;
        }
    }

    String lane() {
        String name = laneName;
        if (name == null) {
            throw new IllegalStateException("The edge lane was not started");
        }
        return name;
    }

    CompletableFuture<LogPosition> append(Prepared prepared) {
        Pending pending = Pending.of(prepared);
        long size = prepared.size();
        if (stopping) {
            pending.fail("The hub is stopping", null);
        } else if (queuedBytes.addAndGet(size) > limits.queuedBytes() || !queue.offer(pending)) {
            queuedBytes.addAndGet(-size);
            pending.fail("Too much is waiting to be logged", null);
        }
        return pending.future();
    }

    private void run() {
        while (true) {
            try {
                List<Pending> batch = take();
                if (!batch.isEmpty()) {
                    inFlight = batch;
                    write(batch);
                    inFlight = List.of();
                } else if (stopping) {
                    return;
                } else {
                    renew();
                }
            } catch (InterruptedException e) {
                LOG.debug("Woken to stop");
            }
        }
    }

    private List<Pending> take() throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        long bytes = 0;
        while (!owed.isEmpty() && batch.size() < limits.batchEntries()) {
            batch.add(owed.removeFirst());
        }
        Pending next = batch.isEmpty() && !stopping
                ? queue.poll(limits.renewEvery().toMillis(), TimeUnit.MILLISECONDS)
                : queue.poll();
        while (next != null) {
            queuedBytes.addAndGet(-next.prepared().size());
            bytes += next.prepared().size();
            batch.add(next);
            next = batch.size() < limits.batchEntries() && bytes < limits.batchBytes() ? queue.poll() : null;
        }
        return batch;
    }

    /** Writes what nobody has given up, again and again until it is known to be in or out of the log. */
    private void write(List<Pending> entries) {
        List<Pending> living = entries;
        while (true) {
            living = living.stream().filter(pending -> !pending.isGivenUp()).toList();
            if (living.isEmpty()) {
                return;
            }
            SQLException failure = attempt(living);
            if (failure == null) {
                return;
            }
            if (System.nanoTime() > stopBy) {
                living.forEach(pending -> pending.fail("The hub is stopping", failure));
                return;
            }
            if (isFaultOfContent(failure)) {
                refuse(living, failure);
                return;
            }
            pause();
        }
    }

    /** @return why nothing was written, or null if all of it is in the log */
    private @Nullable SQLException attempt(List<Pending> entries) {
        Batch batch;
        try {
            LaneState held = connection.hold();
            if (!held.lane().equals(laneName)) {
                open.forget();
                laneName = held.lane();
            }
            batch = Batch.place(held, entries.stream().map(Pending::prepared).toList());
        } catch (SQLException e) {
            return lost(e);
        }
        try {
            connection.write(batch, open.lowWater(batch.before().position() + 1));
        } catch (SQLException e) {
            lost(e);
            if (!settle(batch)) {
                return e;
            }
        }
        found();
        committed(batch, entries);
        return null;
    }

    private boolean settle(Batch batch) {
        while (true) {
            try {
                return connection.settle(batch);
            } catch (SQLException e) {
                lost(e);
                if (System.nanoTime() > stopBy) {
                    return false;
                }
                pause();
            }
        }
    }

    private SQLException lost(SQLException e) {
        if (writable) {
            LOG.error("The log cannot be written: {}", e.getMessage());
        }
        writable = false;
        connection.disconnect();
        return e;
    }

    private void committed(Batch batch, List<Pending> entries) {
        open.note(batch);
        for (int i = 0; i < entries.size(); i++) {
            Pending pending = entries.get(i);
            boolean inTime =
                    pending.future().complete(batch.positionOf(batch.entries().get(i)));
            if (!inTime && pending.prepared().entry().kind() == EntryKind.ACCEPTED) {
                owed.add(Pending.of(closings.givenUp(pending.prepared().entry())));
            }
        }
    }

    /** One entry that the database cannot hold must not take the others with it. */
    private void refuse(List<Pending> entries, SQLException failure) {
        if (entries.size() > 1) {
            entries.forEach(pending -> write(List.of(pending)));
        } else {
            LOG.error("An entry was refused by the database", failure);
            entries.get(0).fail("The entry was refused", failure);
        }
    }

    /** Data exceptions, broken constraints, exceeded limits: the same again would fail the same. */
    private static boolean isFaultOfContent(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("54");
    }

    private void renew() {
        try {
            LaneState held = connection.hold();
            connection.renew(open.lowWater(held.position() + 1));
            found();
        } catch (SQLException e) {
            lost(e);
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(limits.retryEvery().toMillis());
        } catch (InterruptedException e) {
            LOG.debug("Woken to stop");
        }
    }

    private void watch() {
        long limit = limits.giveUpAfter().toNanos();
        while (!stopping || writer.isAlive()) {
            inFlight.forEach(pending -> giveUp(pending, limit));
            for (Pending pending : queue) {
                if (!pending.isOlderThan(limit)) {
                    break;
                }
                giveUp(pending, limit);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void giveUp(Pending pending, long limit) {
        if (!pending.isGivenUp() && pending.isOlderThan(limit)) {
            pending.fail("The log did not answer in time", null);
        }
    }

    /** Writes what waits, but not for longer than the limit, and gives the lane back. */
    @Override
    public void close() {
        stopBy = System.nanoTime() + limits.giveUpAfter().toNanos();
        stopping = true;
        try {
            writer.join(2 * limits.giveUpAfter().toMillis());
            watchdog.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Pending late = queue.poll(); late != null; late = queue.poll()) {
            late.fail("The hub is stopping", null);
        }
        connection.close();
    }
}
