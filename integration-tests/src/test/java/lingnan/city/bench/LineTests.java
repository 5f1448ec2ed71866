package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The driver's own HTTP, against answers as a server might send them. */
class LineTests {

    private static final byte[] REQUEST = "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8);

    /** A server that gives one connection after the other its answers, one for each request. */
    private static URI serving(List<List<String>> connections) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(() -> {
            try (server) {
                for (List<String> answers : connections) {
                    give(server, answers);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    private static void give(ServerSocket server, List<String> answers) throws IOException {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            for (String answer : answers) {
                in.readNBytes(REQUEST.length);
                socket.getOutputStream().write(answer.getBytes(UTF_8));
            }
        }
    }

    private static String answer(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " \r\n" + headers + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n"
                + body;
    }

    @Test
    void readsAnswersOfAKeptConnection() throws IOException {
        URI server = serving(List.of(List.of(answer(200, "", "答案一"), answer(500, "", ""))));

        try (Line line = new Line(server)) {
            line.exchange(REQUEST);
            assertThat(line.status()).isEqualTo(200);
            assertThat(new String(line.body(), UTF_8)).isEqualTo("答案一");
            line.exchange(REQUEST);
            assertThat(line.status()).isEqualTo(500);
            assertThat(line.body()).isEmpty();
        }
    }

    @Test
    void connectsAnewAfterTheServerSaidThatItCloses() throws IOException {
        URI server =
                serving(List.of(List.of(answer(200, "Connection: close\r\n", "one")), List.of(answer(200, "", "two"))));

        try (Line line = new Line(server)) {
            line.exchange(REQUEST);
            line.exchange(REQUEST);
            assertThat(new String(line.body(), UTF_8)).isEqualTo("two");
        }
    }

    @Test
    void refusesWhatItCannotCount() throws IOException {
        try (Line line = new Line(serving(List.of(List.of("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n"))))) {
            assertThatThrownBy(() -> line.exchange(REQUEST)).hasMessageContaining("without Content-Length");
        }
        try (Line line = new Line(serving(List.of(List.of(answer(200, "", "一") + "more"))))) {
            assertThatThrownBy(() -> line.exchange(REQUEST)).isInstanceOf(IOException.class);
        }
        try (Line line = new Line(serving(List.of(List.of("HTTP/1.1 200 \r\nContent-Length: 9\r\n\r\nhalf"))))) {
            assertThatThrownBy(() -> line.exchange(REQUEST)).hasMessageContaining("ended");
        }
    }

    @Test
    void failsOnAnAnswerThatIsNotTheExpectedOne() throws IOException {
        Sample sample = Sample.PLAN_BUILD_PERMIT;
        String right = new String(sample.canned(), UTF_8);
        URI server = serving(List.of(
                List.of(answer(200, "", right), answer(200, "", right.replace("𠮷", "吉")), answer(500, "", right))));
        Template asked = new Target(server, sample).template();

        try (Line line = new Line(server)) {
            line.exchange(REQUEST);
            Check.canned(sample).requireRight(line, asked);
            for (String wrong : List.of("HTTP 200", "HTTP 500")) {
                line.exchange(REQUEST);
                assertThatThrownBy(() -> Check.canned(sample).requireRight(line, asked))
                        .isInstanceOf(BenchFailure.class)
                        .hasMessageContaining(wrong);
            }
        }
    }
}
