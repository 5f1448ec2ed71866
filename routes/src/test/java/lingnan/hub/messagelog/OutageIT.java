package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Verifier.Verification;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL killed and hung under load. */
class OutageIT {

    private static long serverPid(LogBench bench) throws IOException {
        return Long.parseLong(Files.readAllLines(bench.data.resolve("postgres/cluster/postmaster.pid"))
                .get(0));
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void losesNothingAcknowledgedWhenPostgresIsKilledAgainAndAgain() throws Exception {
        try (LogBench bench = new LogBench("killed")) {
            Queue<LogPosition> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService callers = Executors.newFixedThreadPool(16);
            for (int i = 0; i < 16; i++) {
                callers.execute(() -> {
                    while (!done.get()) {
                        bench.running
                                .log()
                                .append(LogBench.accepted(LogBench.id(), Modes.ASYNCHRONOUS))
                                .handle((position, failure) -> position == null || acknowledged.add(position))
                                .join();
                    }
                });
            }
            for (int kill = 0; kill < 4; kill++) {
                int before = acknowledged.size();
                org.awaitility.Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> acknowledged.size() > before + 300);
                signal("KILL", serverPid(bench));
                int after = acknowledged.size();
                org.awaitility.Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> acknowledged.size() > after + 50);
            }
            done.set(true);
            callers.shutdown();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

            Verification verification =
                    LogAccess.to(bench.database, bench.settings).verifier().verify();
            assertThat(verification.findings()).isEmpty();
            assertThat(verification.entries()).isGreaterThanOrEqualTo(acknowledged.size());
            assertThat(acknowledged).doesNotHaveDuplicates();
            long top =
                    acknowledged.stream().mapToLong(LogPosition::position).max().orElseThrow();
            Long head = new JdbcTemplate(bench.database.as(lingnan.hub.database.Role.HUB))
                    .queryForObject(
                            "select count(*) from messagelog.entry where lane = 'edge-1' and position <= ?",
                            Long.class,
                            top);
            assertThat(head).isEqualTo(top);
        }
    }

    @Test
    void failsWithinFiveSecondsWhileHungAndServesWithinTenAfterwards() throws Exception {
        try (LogBench bench = new LogBench("hung")) {
            bench.append(LogBench.answered(LogBench.id()));
            long pid = serverPid(bench);
            long[] processes = ProcessHandle.of(pid)
                    .orElseThrow()
                    .descendants()
                    .mapToLong(ProcessHandle::pid)
                    .toArray();
            signal("STOP", pid);
            for (long each : processes) {
                signal("STOP", each);
            }
            try {
                long began = System.nanoTime();
                CompletableFuture<LogPosition> waiting =
                        bench.running.log().append(LogBench.accepted(LogBench.id(), Modes.SYNCHRONOUS));
                assertThatThrownBy(waiting::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(HubFault.class);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));

                // The queue is bounded: beyond it a caller is told at once.
                Entry small = LogBench.answered(LogBench.id());
                int refusedAtOnce = 0;
                for (int i = 0; i < 6_000; i++) {
                    refusedAtOnce += bench.running.log().append(small).isCompletedExceptionally() ? 1 : 0;
                }
                assertThat(refusedAtOnce).isGreaterThanOrEqualTo(6_000 - 4_096 - 1_000);
                bench.running.log().spool(LogBench.answered(LogBench.id()));
            } finally {
                for (long each : processes) {
                    signal("CONT", each);
                }
                signal("CONT", pid);
            }
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> bench.running
                    .log()
                    .append(LogBench.answered(LogBench.id()))
                    .handle((position, failure) -> position != null)
                    .join());
            assertThat(LogAccess.to(bench.database, bench.settings)
                            .verifier()
                            .verify()
                            .findings())
                    .isEmpty();
        }
    }
}
