package lingnan.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lingnan.hub.kernel.FaultCode;
import org.junit.jupiter.api.Test;

/** The table of faults in the reference is for people who cannot read the enum; it has to say the same. */
class FaultCodeDocsTests {

    @Test
    void tableSaysWhatTheHubSays() throws IOException {
        List<String> written = Files.readAllLines(Sources.REPOSITORY.resolve("docs/reference/faults.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(written)
                .containsExactlyElementsOf(Stream.of(FaultCode.values())
                        .map(FaultCodeDocsTests::row)
                        .toList());
    }

    private static String row(FaultCode code) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        code.wireName(),
                        code.side().name().toLowerCase(Locale.ROOT),
                        code.sentence().zh(),
                        code.sentence().en());
    }
}
