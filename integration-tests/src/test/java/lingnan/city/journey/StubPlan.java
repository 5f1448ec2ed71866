package lingnan.city.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** PLAN played by the test: answers what the test says, when the test says so. */
final class StubPlan implements AutoCloseable {

    private static final String GOOD = "<record><permitNumber>穗规建证〔2009〕9901号</permitNumber>"
            + "<projectName>样板</projectName><builder>广州</builder></record>";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private volatile String content = GOOD;
    private volatile int status = 200;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    StubPlan() throws IOException {
        this(0);
    }

    /** @param port 0 takes a free one */
    StubPlan(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** To the next call; then a good record again. */
    void answers(String records) {
        content = records;
    }

    /** With a fault in these words, to the next call. */
    void fails(String words) {
        status = 500;
        content = words;
    }

    /** The message ids that came, in order. */
    List<String> messages() {
        return messages;
    }

    Held hold() {
        arrived.drainPermits();
        gate = new CountDownLatch(1);
        return new Held(gate);
    }

    private void answer(HttpExchange call) throws IOException {
        messages.add(call.getRequestHeaders().getFirst("X-Lingnan-Message"));
        call.getRequestBody().readAllBytes();
        String records = content;
        int code = status;
        content = GOOD;
        status = 200;
        arrived.release();
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IOException("never released");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        String inner = code == 200
                ? "<QueryResponse xmlns=\"urn:lingnan:gz:PLAN-BUILD-PERMIT:1\">" + records + "</QueryResponse>"
                : "<s:Fault><faultcode>s:Server</faultcode><faultstring>" + records + "</faultstring></s:Fault>";
        byte[] answer = ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + inner
                        + "</s:Body></s:Envelope>")
                .getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        call.sendResponseHeaders(code, answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** While this is open, no call is answered. */
    final class Held implements AutoCloseable {

        private final CountDownLatch latch;

        private Held(CountDownLatch latch) {
            this.latch = latch;
        }

        void awaitCalls(int calls) throws InterruptedException {
            if (!arrived.tryAcquire(calls, 20, TimeUnit.SECONDS)) {
                throw new AssertionError("not " + calls + " calls arrived");
            }
        }

        void release() {
            latch.countDown();
        }

        @Override
        public void close() {
            release();
        }
    }
}
