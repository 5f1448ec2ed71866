package lingnan.hub.messagelog;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints appends a second, latency and CPU; the yardstick is in docs/reference/performance.md. */
@Tag("full")
class AppendFiguresIT {

    @Test
    void measuresAppends() throws Exception {
        try (LogBench bench = new LogBench("figures")) {
            run(bench, 16, 30_000);
            for (int callers : new int[] {1, 16, 64}) {
                run(bench, callers, callers == 1 ? 8_000 : 60_000);
            }
        }
    }

    private static void run(LogBench bench, int callers, int appends) throws Exception {
        Entry template = LogBench.accepted(LogBench.id(), Modes.ASYNCHRONOUS);
        long[] nanos = new long[appends];
        CountDownLatch done = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long cpu = cpu();
        long server = serverCpu(bench);
        long began = System.nanoTime();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            threads.execute(() -> {
                for (int i = first; i < appends; i += callers) {
                    long from = System.nanoTime();
                    bench.append(new Entry(
                            template.kind(),
                            LogBench.id(),
                            template.businessTime(),
                            template.facts(),
                            template.bodies(),
                            template.keys()));
                    nanos[i] = System.nanoTime() - from;
                }
                done.countDown();
            });
        }
        done.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        threads.shutdown();
        Arrays.sort(nanos);
        org.slf4j.LoggerFactory.getLogger(AppendFiguresIT.class)
                .info(
                        "{} callers: {} appends/s, p50 {} ms, p99 {} ms, JVM {} us, PostgreSQL {} us each",
                        callers,
                        Math.round(appends / seconds),
                        nanos[appends / 2] / 1e6,
                        nanos[appends * 99 / 100] / 1e6,
                        (cpu() - cpu) / 1_000 / appends,
                        (serverCpu(bench) - server) / 1_000 / appends);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long serverCpu(LogBench bench) throws java.io.IOException {
        long pid =
                Long.parseLong(java.nio.file.Files.readAllLines(bench.data.resolve("postgres/cluster/postmaster.pid"))
                        .get(0));
        return ProcessHandle.of(pid)
                .orElseThrow()
                .descendants()
                .mapToLong(each -> each.info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toNanos)
                        .orElse(0L))
                .sum();
    }
}
