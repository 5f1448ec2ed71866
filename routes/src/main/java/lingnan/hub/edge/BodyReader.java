package lingnan.hub.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/** Reads a request's body whole, within the limits of size, memory and time; inflates gzip under the same limits. */
final class BodyReader {

    private static final int CHUNK = 16 * 1024;

    private final EdgeLimits limits;
    private final BytesInFlight inFlight;

    BodyReader(EdgeLimits limits) {
        this.limits = limits;
        this.inFlight = new BytesInFlight(limits.inFlight().toBytes());
    }

    /** The bytes, whose memory is held until closed. */
    Held read(HttpServletRequest request) {
        long largest = limits.largestMessage().toBytes();
        if (request.getContentLengthLong() > largest) {
            throw tooLarge(largest);
        }
        Reading reading =
                new Reading(largest, System.nanoTime() + limits.slowest().toNanos());
        try {
            return reading.finish(inflated(request));
        } catch (IOException broken) {
            reading.giveUp();
            throw new HubFault(FaultCode.REQUEST_TIMEOUT, "the body did not arrive whole", broken);
        } catch (HubFault refused) {
            reading.giveUp();
            throw refused;
        }
    }

    private static InputStream inflated(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return request.getInputStream();
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            try {
                return new GZIPInputStream(request.getInputStream(), CHUNK);
            } catch (java.util.zip.ZipException | java.io.EOFException broken) {
                throw new HubFault(FaultCode.INVALID_XML, "the body is not gzip as its Content-Encoding says", broken);
            }
        }
        throw new HubFault(FaultCode.UNSUPPORTED_CONTENT_TYPE, "Content-Encoding " + encoding + " is not gzip");
    }

    private static HubFault tooLarge(long largest) {
        return new HubFault(FaultCode.MESSAGE_TOO_LARGE, "a message may have " + largest + " bytes");
    }

    /** One body being read. */
    private final class Reading {

        private final long largest;
        private final long deadline;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        private long held;

        Reading(long largest, long deadline) {
            this.largest = largest;
            this.deadline = deadline;
        }

        Held finish(InputStream in) throws IOException {
            byte[] chunk = new byte[CHUNK];
            for (int n = readSome(in, chunk); n >= 0; n = readSome(in, chunk)) {
                if (bytes.size() + n > largest) {
                    throw tooLarge(largest);
                }
                hold(n);
                bytes.write(chunk, 0, n);
                if (System.nanoTime() - deadline > 0) {
                    throw new HubFault(
                            FaultCode.REQUEST_TIMEOUT,
                            "the body took longer than " + limits.slowest().toSeconds() + " s");
                }
            }
            return new Held(bytes.toByteArray(), held, inFlight);
        }

        private static int readSome(InputStream in, byte[] chunk) throws IOException {
            try {
                return in.read(chunk);
            } catch (java.util.zip.ZipException | java.io.EOFException broken) {
                throw new HubFault(FaultCode.INVALID_XML, "the compressed body is broken", broken);
            }
        }

        private void hold(int n) {
            if (!inFlight.tryHold(n)) {
                throw new HubFault(FaultCode.HUB_BUSY, "too many bytes are under way");
            }
            held += n;
        }

        void giveUp() {
            inFlight.release(held);
        }
    }

    /** A message's bytes and the memory they hold. */
    record Held(byte[] bytes, long held, BytesInFlight inFlight) implements AutoCloseable {
        @Override
        public void close() {
            inFlight.release(held);
        }
    }
}
