package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;

/** The provider behind all ways, as the bench sees it. */
record Provider(URI base, Cpu cpu) {

    private static final byte[] COUNT =
            "GET /count HTTP/1.1\r\nHost: provider\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    /** How many questions it has answered since it was started. */
    long answersGiven() {
        try (Line line = new Line(base)) {
            line.exchange(COUNT);
            return Long.parseLong(new String(line.body(), US_ASCII));
        } catch (IOException e) {
            throw new BenchFailure("The provider does not say how many answers it has given", e);
        }
    }
}
