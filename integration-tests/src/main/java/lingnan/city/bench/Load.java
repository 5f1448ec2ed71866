package lingnan.city.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers that ask one target over connections of their own, and check each answer.
 *
 * @param rate requests a second of all callers together; 0 for as fast as answers come
 */
record Load(Target target, Check check, int callers, int rate) {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** What came of it: how many were answered in how long, and how long each took. */
    record Outcome(long answered, long nanos, Latencies latencies) {}

    static Load closed(Target target, Check check, int callers) {
        return new Load(target, check, callers, 0);
    }

    Outcome run(Duration length) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long started = System.nanoTime();
            List<Future<Latencies>> running = new ArrayList<>();
            AtomicLong turns = new AtomicLong();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> ask(started, length.toNanos(), turns)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> caller : running) {
                all.add(caller.get());
            }
            return new Outcome(all.count(), System.nanoTime() - started, all);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchFailure failure) {
                throw failure;
            }
            throw new BenchFailure("A call of " + target.address() + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Latencies ask(long started, long length, AtomicLong turns) throws IOException {
        Latencies latencies = new Latencies();
        Template template = target.template();
        try (Line line = new Line(target.address())) {
            long end = started + length;
            for (long due = due(started, end, turns); due - end < 0; due = due(started, end, turns)) {
                line.exchange(template.numbered(NUMBERS.incrementAndGet()));
                latencies.add(System.nanoTime() - due);
                check.requireRight(line, template);
            }
        }
        return latencies;
    }

    /** At a fixed rate a request is late from the moment at which it was due, also when no caller was free to send it. */
    private long due(long started, long end, AtomicLong turns) {
        if (rate == 0) {
            return System.nanoTime();
        }
        long due = started + turns.getAndIncrement() * 1_000_000_000L / rate;
        if (due - end < 0) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        return due;
    }
}
