package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive connection of the driver. The JDK's client would cost the machine more than the hub that it measures;
 * this reads just as much of HTTP/1.1 as the peers and the hub send, and refuses the rest.
 */
final class Line implements AutoCloseable {

    private static final int LATEST = 60_000;

    private final InetSocketAddress address;
    private Socket socket;
    private byte[] buffer = new byte[16 * 1024];
    private int filled;
    private int bodyStart;
    private int status;

    Line(URI uri) throws IOException {
        this.address = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.socket = connect();
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(LATEST);
        fresh.connect(address, 5_000);
        return fresh;
    }

    /** Sends, and takes the whole answer. */
    void exchange(byte[] request) throws IOException {
        if (socket.isClosed()) {
            socket = connect();
        }
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        filled = 0;
        bodyStart = 0;
        while (bodyStart == 0) {
            more(in);
            bodyStart = endOfHead();
        }
        String head = new String(buffer, 0, bodyStart, ISO_8859_1).toLowerCase(Locale.ROOT);
        status = Integer.parseInt(head.substring(9, 12));
        int end = bodyStart + length(head);
        while (filled < end) {
            more(in);
        }
        if (filled > end) {
            throw new IOException("The answer goes on behind its Content-Length");
        }
        // Tomcat ends a connection after a hundred requests, and says so.
        if (head.contains("\r\nconnection: close\r\n")) {
            socket.close();
        }
    }

    private static int length(String head) throws IOException {
        int at = head.indexOf("\r\ncontent-length:");
        if (at < 0) {
            throw new IOException("An answer without Content-Length: " + head);
        }
        return Integer.parseInt(
                head.substring(at + 17, head.indexOf("\r\n", at + 2)).strip());
    }

    private void more(InputStream in) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, filled, buffer.length - filled);
        if (n < 0) {
            throw new EOFException("The connection ended after " + filled + " bytes of an answer");
        }
        filled += n;
    }

    private int endOfHead() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return 0;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return Arrays.copyOfRange(buffer, bodyStart, filled);
    }

    /** Whether the body ends with these bytes. */
    boolean bodyEndsWith(byte[] tail) {
        return filled - bodyStart >= tail.length
                && Arrays.equals(buffer, filled - tail.length, filled, tail, 0, tail.length);
    }

    /** Whether these bytes stand in the body before its last so many. */
    boolean bodyHas(byte[] part, int beforeLast) {
        for (int at = bodyStart; at + part.length <= filled - beforeLast; at++) {
            if (Arrays.equals(buffer, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
