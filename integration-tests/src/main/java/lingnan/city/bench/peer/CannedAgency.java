package lingnan.city.bench.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import lingnan.city.bench.Sample;

/**
 * A provider that gives each question the answer of its {@link Sample}, and can say how many it has given
 * ({@code GET /count}). It does so little that it is never what limits a measurement. Prints {@code LISTENING <port>}
 * and ends with its standard input.
 */
public final class CannedAgency {

    private final Map<String, byte[]> answers = new HashMap<>();
    private final AtomicLong given = new AtomicLong();

    private CannedAgency() {
        for (Sample sample : Sample.values()) {
            answers.put(sample.providerPath(), response("text/xml; charset=utf-8", sample.canned()));
        }
    }

    public static void main(String[] arguments) throws IOException {
        CannedAgency agency = new CannedAgency();
        ExecutorService connections = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "connection");
            thread.setDaemon(true);
            return thread;
        });
        ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        connections.execute(() -> agency.accept(server, connections));
        Parent.listening(server.getLocalPort());
    }

    private void accept(ServerSocket server, ExecutorService connections) {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The provider can take no more connections", e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            byte[] buffer = new byte[64 * 1024];
            for (String path = request(socket.getInputStream(), buffer);
                    !path.isEmpty();
                    path = request(socket.getInputStream(), buffer)) {
                socket.getOutputStream().write(answer(path));
            }
        } catch (IOException e) {
            System.err.println("A connection broke: " + e.getMessage());
        }
    }

    private byte[] answer(String path) {
        byte[] answer = answers.get(path);
        if (answer != null) {
            given.incrementAndGet();
            return answer;
        }
        return response("text/plain", Long.toString(given.get()).getBytes(US_ASCII));
    }

    /** Takes one whole request; its path, empty if there is none more. A caller here never sends two at once. */
    private static String request(InputStream in, byte[] buffer) throws IOException {
        int filled = 0;
        int end = -1;
        while (end < 0 || filled < end) {
            int n = in.read(buffer, filled, buffer.length - filled);
            if (n < 0) {
                return "";
            }
            filled += n;
            end = end < 0 ? endOfRequest(buffer, filled) : end;
        }
        String line = new String(buffer, 0, Math.min(filled, 200), ISO_8859_1);
        int path = line.indexOf(' ') + 1;
        return line.substring(path, line.indexOf(' ', path));
    }

    private static int endOfRequest(byte[] buffer, int filled) throws IOException {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                String head = new String(buffer, 0, i + 1, ISO_8859_1).toLowerCase(Locale.ROOT);
                int at = head.indexOf("\r\ncontent-length:");
                int length = at < 0
                        ? 0
                        : Integer.parseInt(head.substring(at + 17, head.indexOf("\r\n", at + 2))
                                .strip());
                if (length > buffer.length - i - 1) {
                    throw new IOException("A question of " + length + " bytes");
                }
                return i + 1 + length;
            }
        }
        return -1;
    }

    private static byte[] response(String type, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
