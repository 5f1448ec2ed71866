package lingnan.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomnessTests {

    @Test
    void givesNoPieceTwice() {
        Set<String> pieces = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> pieces.add(HexFormat.of().formatHex(Randomness.bytes(12))));
        assertThat(pieces).hasSize(20_000);
    }

    @Test
    void givesWhatIsAskedFor() {
        for (int length : new int[] {0, 1, 12, 1023, 1024, 1025, 5000}) {
            assertThat(Randomness.bytes(length)).hasSize(length);
        }
        assertThat(Randomness.bytes(5000)).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }
}
