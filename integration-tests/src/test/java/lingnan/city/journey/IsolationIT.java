package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lingnan.city.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is slow or asks too much is told so, or waits, alone. */
class IsolationIT {

    /** As in docs/reference/settings.md. */
    private static final int WORKED_ON_AT_ONCE = 100;

    private static final int TOO_MANY = 20;

    /** Shorter than the hub's patience with one push. */
    private static final Duration SOON = Duration.ofSeconds(12);

    @TempDir
    static Path folder;

    private static StubPlan plan;
    private static ServerSocket hanging;
    private static HttpServer receiver;
    private static final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private static Town town;

    /** LRH takes connections and never answers; LTAX takes what it is sent. */
    @BeforeAll
    static void start() throws IOException {
        InetAddress local = InetAddress.getLoopbackAddress();
        plan = new StubPlan();
        hanging = new ServerSocket(0, 50, local);
        receiver = HttpServer.create(new InetSocketAddress(local, 0), 0);
        receiver.createContext("/", call -> {
            received.add(call.getRequestHeaders().getFirst("X-Lingnan-Message"));
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(202, -1);
            call.close();
        });
        receiver.start();
        String answers = "answers: http://127.0.0.1:" + receiver.getAddress().getPort() + "/\nopeningHours:";
        town = Town.start(
                Town.Plan.of(folder)
                        .withAgency("PLAN", plan.address())
                        .with("--hub.business-time=2009-11-10T10:00:00+08:00"),
                files -> {
                    files.edit("agencies/LTAX.yaml", "openingHours:", answers);
                    files.edit(
                            "agencies/LRH.yaml",
                            "http://127.0.0.1:9106",
                            URI.create("http://127.0.0.1:" + hanging.getLocalPort())
                                    .toString());
                    files.edit("agencies/PLAN.yaml", "concurrency: 16", "concurrency: 500");
                    files.edit("agencies/PLAN.yaml", "timeout: 8s", "timeout: 30s");
                });
    }

    @AfterAll
    static void stop() throws IOException {
        // First, so that the hub has nothing to wait for.
        hanging.close();
        town.close();
        plan.close();
        receiver.stop(0);
    }

    @Test
    void aHangingReceiverDelaysNoOtherAgencysAnswers() throws Exception {
        hanging.setSoTimeout(60_000);
        for (int i = 0; i < 3; i++) {
            assertThat(town.ask(
                                    Town.LRH,
                                    Questions.permit()
                                            .purpose("TITLE-REGISTRATION")
                                            .asynchronously())
                            .isReceipt())
                    .isTrue();
        }
        try (Socket unanswered = hanging.accept()) {
            assertThat(unanswered.isConnected()).isTrue();

            Reply receipt = town.ask(Town.LTAX, Questions.permit().asynchronously());

            assertThat(received.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(receipt.messageId().orElseThrow());
        }
    }

    @Test
    void tooManyAtOnceAreToldSoWhileTheOthersAreServed() throws Exception {
        assertThat(town.ask(Town.LTAX, Questions.permit()).records()).hasSize(1);
        ExecutorService callers = Executors.newFixedThreadPool(WORKED_ON_AT_ONCE + TOO_MANY);
        List<Future<Reply>> served = new ArrayList<>();
        try (StubPlan.Held held = plan.hold()) {
            for (int i = 0; i < WORKED_ON_AT_ONCE; i++) {
                served.add(callers.submit(() -> town.ask(Town.LTAX, Questions.permit())));
            }
            held.awaitCalls(WORKED_ON_AT_ONCE);

            for (int i = 0; i < TOO_MANY; i++) {
                Reply refused = callers.submit(() -> town.ask(Town.LTAX, Questions.permit()))
                        .get(5, TimeUnit.SECONDS);
                assertThat(refused.fault()).get().extracting(Reply.Fault::code).isEqualTo("hub_busy");
            }
            held.release();
            for (Future<Reply> reply : served) {
                assertThat(reply.get(30, TimeUnit.SECONDS).records()).hasSize(1);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(town.ask(Town.LTAX, Questions.permit()).records()).hasSize(1);
    }
}
