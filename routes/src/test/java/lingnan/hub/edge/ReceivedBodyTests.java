package lingnan.hub.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedBodyTests {

    private final BytesInFlight inFlight = new BytesInFlight(40_000);

    private ReceivedBody body(String sender, long largest) {
        return new ReceivedBody(sender, largest, inFlight);
    }

    private static void refuses(ThrowingCallable step, FaultCode code) {
        assertThatThrownBy(step).isInstanceOfSatisfying(HubFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        }
        return zipped.toByteArray();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "IDENTITY"})
    void keepsPlainBytesAsTheyAre(String encoding) {
        try (ReceivedBody body = body("LTAX", 100)) {
            body.take("广𠮷".getBytes(UTF_8), 7);
            body.decode(encoding);
            assertThat(body.bytes()).isEqualTo("广𠮷".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void inflates(String encoding) throws IOException {
        byte[] zipped = gzip("广𠮷".getBytes(UTF_8));
        try (ReceivedBody body = body("LTAX", 100)) {
            body.take(zipped, zipped.length);
            body.decode(encoding);
            assertThat(body.bytes()).isEqualTo("广𠮷".getBytes(UTF_8));
        }
    }

    @Test
    void refusesWhatIsTooLargeBeforeAndAfterInflating() throws IOException {
        byte[] bomb = gzip(new byte[5_000]);
        try (ReceivedBody body = body("LTAX", 1_000)) {
            refuses(() -> body.take(new byte[1_001], 1_001), FaultCode.MESSAGE_TOO_LARGE);
            body.take(bomb, bomb.length);
            refuses(() -> body.decode("gzip"), FaultCode.MESSAGE_TOO_LARGE);
        }
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void refusesWhatIsNotCompressedAsItSays() throws IOException {
        byte[] zipped = gzip(new byte[500]);
        try (ReceivedBody plain = body("LTAX", 1_000);
                ReceivedBody half = body("LTAX", 1_000)) {
            plain.take("<x/>".getBytes(UTF_8), 4);
            refuses(() -> plain.decode("gzip"), FaultCode.INVALID_XML);
            refuses(() -> plain.decode("br"), FaultCode.UNSUPPORTED_CONTENT_TYPE);
            half.take(zipped, zipped.length / 2);
            refuses(() -> half.decode("gzip"), FaultCode.INVALID_XML);
        }
    }

    @Test
    void leavesRoomForOthersWhenOneSenderFillsItsShare() {
        try (ReceivedBody greedy = body("LTAX", 40_000);
                ReceivedBody other = body("PLAN", 40_000)) {
            greedy.take(new byte[10_000], 10_000);
            refuses(() -> greedy.take(new byte[1], 1), FaultCode.HUB_BUSY);
            other.take(new byte[10_000], 10_000);
            assertThat(inFlight.held()).isEqualTo(20_000);
        }
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void givesItsMemoryBackOnce() {
        ReceivedBody body = body("LTAX", 100);
        body.take(new byte[10], 10);
        body.close();
        body.close();
        assertThat(inFlight.held()).isZero();
        assertThat(inFlight.tryHold("LTAX", 10_000)).isTrue();
        assertThat(inFlight.tryHold("LTAX", 1)).isFalse();
    }
}
