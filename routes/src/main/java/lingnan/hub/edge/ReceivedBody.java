package lingnan.hub.edge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.jspecify.annotations.Nullable;

/** The bytes of one request, taken piece by piece within the limits of size and memory; inflated under the same limits. */
final class ReceivedBody implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;

    private final String sender;
    private final long largest;
    private final BytesInFlight inFlight;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private long held;

    ReceivedBody(String sender, long largest, BytesInFlight inFlight) {
        this.sender = sender;
        this.largest = largest;
        this.inFlight = inFlight;
    }

    /** @throws HubFault MESSAGE_TOO_LARGE or HUB_BUSY */
    void take(byte[] chunk, int length) {
        take(bytes, chunk, length);
    }

    private void take(ByteArrayOutputStream into, byte[] chunk, int length) {
        if (into.size() + (long) length > largest) {
            throw tooLarge(largest);
        }
        if (!inFlight.tryHold(sender, length)) {
            throw new HubFault(FaultCode.HUB_BUSY, "too many bytes are under way");
        }
        held += length;
        into.write(chunk, 0, length);
    }

    long largest() {
        return largest;
    }

    static HubFault tooLarge(long largest) {
        return new HubFault(FaultCode.MESSAGE_TOO_LARGE, "a message may have " + largest + " bytes");
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /**
     * Undoes the Content-Encoding, once.
     *
     * @throws HubFault also UNSUPPORTED_CONTENT_TYPE or, if the bytes are not what the header says, INVALID_XML
     */
    void decode(@Nullable String contentEncoding) {
        if (contentEncoding == null || contentEncoding.isBlank() || contentEncoding.equalsIgnoreCase("identity")) {
            return;
        }
        if (!contentEncoding.equalsIgnoreCase("gzip") && !contentEncoding.equalsIgnoreCase("x-gzip")) {
            throw new HubFault(
                    FaultCode.UNSUPPORTED_CONTENT_TYPE, "Content-Encoding " + contentEncoding + " is not gzip");
        }
        ByteArrayOutputStream inflated = new ByteArrayOutputStream(2 * bytes.size());
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes()), CHUNK)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                take(inflated, chunk, n);
            }
        } catch (IOException broken) {
            throw new HubFault(FaultCode.INVALID_XML, "the body is not gzip as its Content-Encoding says", broken);
        }
        bytes = inflated;
    }

    @Override
    public void close() {
        inFlight.release(sender, held);
        held = 0;
    }
}
