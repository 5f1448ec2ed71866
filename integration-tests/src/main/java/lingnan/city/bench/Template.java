package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole HTTP request made once, into which only the number of each message is written: what the driver spends on
 * making requests is taken from the processes that it measures. One for each connection.
 */
final class Template {

    /** Where the number goes. */
    static final String SLOT = "{number}";

    private static final int DIGITS = 12;

    private final byte[] request;
    private final List<Integer> slots = new ArrayList<>();
    private final byte[] number = new byte[DIGITS];

    /** @param head the request's lines before Content-Length, each ended by CR and LF */
    Template(String head, byte[] envelope) {
        String body = new String(envelope, UTF_8).replace(SLOT, "0".repeat(DIGITS));
        String start = head + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n";
        this.request = (start + body).getBytes(UTF_8);
        byte[] before = start.getBytes(UTF_8);
        int shift = before.length;
        String rest = new String(envelope, UTF_8);
        for (int at = rest.indexOf(SLOT); at >= 0; at = rest.indexOf(SLOT)) {
            shift += rest.substring(0, at).getBytes(UTF_8).length;
            slots.add(shift);
            shift += DIGITS;
            rest = rest.substring(at + SLOT.length());
        }
    }

    /** The bytes to send, good until the next call. */
    byte[] numbered(long message) {
        long left = message;
        for (int i = DIGITS - 1; i >= 0; i--) {
            number[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        for (int slot : slots) {
            System.arraycopy(number, 0, request, slot, DIGITS);
        }
        return request;
    }

    /** The number as it was last written. */
    byte[] number() {
        return number;
    }

    @Override
    public String toString() {
        return new String(number, US_ASCII);
    }
}
