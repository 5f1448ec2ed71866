package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lingnan.city.HubClient;
import lingnan.city.HubProcess;
import lingnan.city.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that ends and comes back refuses nobody whom it hears, and waits for nothing that only its clock says. */
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(20);
    private static final int DEFERRED = 14;

    @TempDir
    Path folder;

    private StubPlan plan;

    @BeforeEach
    void start() throws IOException {
        plan = new StubPlan();
    }

    private HubProcess hub(String businessTime) throws IOException {
        return HubProcess.start(new HubProcess.Setting(
                folder.resolve("data"),
                Map.of("hub.agencies.PLAN", plan.address()),
                Map.of(),
                List.of("--hub.business-time=" + businessTime)));
    }

    /** Who finds the port closed is not refused: it calls again, or another hub. */
    @Test
    void whoeverGetsThroughIsServed() throws Exception {
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        AtomicInteger served = new AtomicInteger();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try (HubProcess hub = hub("2009-11-10T10:00:00+08:00")) {
            HubClient client = hub.client(Town.LTAX);
            for (int i = 0; i < 4; i++) {
                callers.submit(() -> call(client, isOver, served, faults));
            }
            Await.until("calls are served", PATIENCE, () -> served.get() > 20);

            hub.restart();

            int before = served.get();
            Await.until("calls are served again", PATIENCE, () -> served.get() > before + 20);
            isOver.set(true);
            callers.shutdown();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(faults).isEmpty();
        } finally {
            isOver.set(true);
            callers.shutdownNow();
            plan.close();
        }
    }

    private static void call(HubClient client, AtomicBoolean isOver, AtomicInteger served, Queue<String> faults) {
        while (!isOver.get()) {
            try {
                Reply reply = client.query(Questions.permit());
                reply.fault().ifPresent(fault -> faults.add(fault.code() + ": " + fault.text()));
                served.addAndGet(reply.records().size());
            } catch (IOException closed) {
                LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
            }
        }
    }

    /** The business clock begins an hour before the attempt that was put off. */
    @Test
    @Tag("full")
    void asksAgainInRealTimeWhateverTheBusinessClockSays() throws Exception {
        int port = plan.address().getPort();
        plan.close();
        String message;
        try (HubProcess hub = hub("2009-11-10T11:00:00+08:00");
                LiveLog log = LiveLog.of(hub)) {
            Reply receipt = hub.client(Town.LTAX).query(Questions.permit().asynchronously());
            message = receipt.messageId().orElseThrow();
            Await.until("an attempt was put off", PATIENCE, () -> isPutOff(log, message));
        }
        try (HubProcess hub = hub("2009-11-10T10:00:00+08:00");
                StubPlan back = new StubPlan(port)) {
            Await.until(
                    "it is answered",
                    PATIENCE,
                    () -> hub.client(Town.LTAX)
                                    .collect(Questions.permit(), message)
                                    .records()
                                    .size()
                            == 1);
            assertThat(back.messages()).containsExactly(message);
        }
    }

    private static boolean isPutOff(LiveLog log, String message) throws SQLException {
        return log.lines(message).stream().anyMatch(line -> line.kind() == DEFERRED);
    }
}
