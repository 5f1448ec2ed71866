package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * An agency's process: a port on loopback before a {@link Stack}, a ledger, and {@code /control?mode=…&calls=…} to
 * switch its behaviour. It prints {@code LISTENING <port>} when it is ready and ends when its standard input does, so
 * that none outlives the test that started it.
 */
public final class AgencyServer {

    private final Stack stack;
    private final Ledger ledger;
    private final Misbehaviour misbehaviour = new Misbehaviour();
    private final AtomicLong calls = new AtomicLong();
    private final String epoch = Long.toString(System.currentTimeMillis(), 36);

    private AgencyServer(Stack stack, Ledger ledger) {
        this.stack = stack;
        this.ledger = ledger;
    }

    /** Serves until standard input ends or the process is killed. */
    public static void serve(AgencyOptions options, Stack stack) throws IOException {
        // Without it small answers wait 40 ms for the other side's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        AgencyServer agency = new AgencyServer(stack, Ledger.open(options.ledger(), Clock.systemUTC()));
        agency.misbehaviour.set(Misbehaviour.Turn.parse(options.mode()));
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 200);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", agency::handle);
        http.createContext("/control", agency::control);
        http.start();
        System.out.println("LISTENING " + http.getAddress().getPort());
        endWithStandardInput();
    }

    private static void endWithStandardInput() throws IOException {
        while (System.in.read() >= 0) {
            // What the parent says does not matter, only that it is there.
        }
        Runtime.getRuntime().halt(0);
    }

    private void control(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        try (exchange) {
            boolean isUnderstood = query == null || switchTo(query);
            String text = isUnderstood ? misbehaviour.current().toString() : "Not understood: " + query;
            send(exchange, isUnderstood ? 200 : 400, "text/plain;charset=UTF-8", text.getBytes(UTF_8));
        }
    }

    private boolean switchTo(String query) {
        try {
            Map<String, String> settings = Arrays.stream(query.split("&"))
                    .map(setting -> (setting + "=").split("=", 2))
                    .collect(Collectors.toMap(setting -> setting[0], AgencyServer::value));
            switchTo(settings);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String value(String[] setting) {
        return URLDecoder.decode(setting[1].replaceFirst("=$", ""), UTF_8);
    }

    private void switchTo(Map<String, String> settings) {
        Misbehaviour.Turn turn = Misbehaviour.Turn.parse(settings.getOrDefault("mode", "normal"));
        String calls = settings.get("calls");
        if (calls == null) {
            misbehaviour.set(turn);
        } else {
            misbehaviour.set(turn, Long.parseLong(calls));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean isPost = exchange.getRequestMethod().equals("POST");
        Misbehaviour.Turn turn = isPost ? misbehaviour.next() : new Misbehaviour.Turn(Mode.NORMAL, Duration.ZERO);
        Call call = new Call(
                ledger,
                epoch + "-" + calls.incrementAndGet(),
                exchange.getRequestMethod(),
                absolute(exchange),
                exchange.getRequestHeaders(),
                body,
                turn.mode() == Mode.FAULT);
        try (exchange) {
            Stack.Answer answer = turn.mode().reachesStack() ? call.answeredBy(stack) : Pages.instead(turn.mode());
            if (isPost) {
                call.acts(Call.UNKNOWN, Call.UNKNOWN);
                call.isAnswered(outcome(turn.mode(), answer));
            }
            deliver(exchange, turn, answer);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String outcome(Mode mode, Stack.Answer answer) {
        if (mode == Mode.NORMAL || mode == Mode.SLOW || mode == Mode.FAULT) {
            return answer.status() < 300 ? "ANSWERED" : "FAULT";
        }
        return mode.name();
    }

    private static void deliver(HttpExchange exchange, Misbehaviour.Turn turn, Stack.Answer answer) throws IOException {
        byte[] body = answer.body();
        byte[] half = Arrays.copyOf(body, body.length / 2);
        switch (turn.mode()) {
            case DROP -> exchange.close();
            case HANG -> pause(Long.MAX_VALUE);
            case TRUNCATED -> send(exchange, answer.status(), answer.contentType(), half);
            case CUT -> {
                head(exchange, answer.contentType()).sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(half);
                exchange.getResponseBody().flush();
            }
            default -> {
                pause(turn.delay().toMillis());
                send(exchange, answer.status(), answer.contentType(), body);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        head(exchange, contentType).sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpExchange head(HttpExchange exchange, String contentType) {
        if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        return exchange;
    }

    private static URI absolute(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String authority =
                host == null ? "127.0.0.1:" + exchange.getLocalAddress().getPort() : host;
        return URI.create("http://" + authority + exchange.getRequestURI());
    }
}
