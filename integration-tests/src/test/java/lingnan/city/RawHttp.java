package lingnan.city;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection on which a test says whatever it likes, byte for byte, and reads what comes back. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Socket socket;

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer
     * @param head status line and headers as they came
     */
    record Answer(int status, String head, byte[] body) {

        private static final Pattern CODE = Pattern.compile("[<:]code>([a-z_]+)<");

        static final Answer NONE = new Answer(0, "", new byte[0]);

        String text() {
            return new String(body, UTF_8);
        }

        /** The hub's own code, or nothing. */
        String code() {
            Matcher code = CODE.matcher(text());
            return code.find() ? code.group(1) : "";
        }
    }

    RawHttp(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
    }

    /** A POST of a whole body on a connection of its own. */
    static Answer post(URI base, String path, Map<String, String> headers, byte[] body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putIfAbsent("Content-Length", Integer.toString(body.length));
        try (RawHttp http = new RawHttp(base)) {
            http.send(head("POST " + path + " HTTP/1.1", all));
            http.send(body);
            return http.answer();
        }
    }

    static String head(String requestLine, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: hub\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a piece again and again; how much the other side took before it closed. */
    long pour(byte[] piece, long total) throws IOException {
        long sent = 0;
        try {
            for (; sent < total; sent += piece.length) {
                send(piece);
            }
        } catch (SocketException closed) {
            return sent;
        }
        return sent;
    }

    /** Says that nothing more will come, and still listens. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** The first line and the headers of what comes next, such as {@code HTTP/1.1 100}. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (b == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(ISO_8859_1);
    }

    /** All that comes until the other side closes; a connection reset after the answer does not undo it. */
    Answer answer() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                all.write(chunk, 0, n);
            }
        } catch (SocketException reset) {
            all.flush();
        }
        return parse(all.toByteArray());
    }

    private static Answer parse(byte[] all) {
        String text = new String(all, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Answer.NONE;
        }
        String head = text.substring(0, end);
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, Arrays.copyOfRange(all, end + 4, all.length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
