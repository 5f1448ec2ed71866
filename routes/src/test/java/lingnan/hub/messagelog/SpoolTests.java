package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import lingnan.hub.kernel.HubFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTests {

    private static final LogKeys KEYS = new LogKeys(new byte[32]);

    @TempDir
    Path directory;

    @Test
    void readsBackWhatItKeptAndNothingInTheClear() throws Exception {
        Entry entry = LogBench.accepted(LogBench.id(), Modes.SYNCHRONOUS);
        Spool spool = new Spool(directory, KEYS, 1 << 20);
        spool.keep(entry);
        // No close: a killed hub closes nothing either.
        Spool next = new Spool(directory, KEYS, 1 << 20);
        Path file = next.rotate().get(0);

        Entry read = next.read(file).get(0);

        assertThat(read.message()).isEqualTo(entry.message());
        assertThat(read.keys()).isEqualTo(entry.keys());
        assertThat(read.bodies().get(0).bytes()).isEqualTo(entry.bodies().get(0).bytes());
        assertThat(read.facts()).containsAllEntriesOf(entry.facts()).containsKey(Fact.ORIGINAL_TIME);
        assertThat(Files.readAllBytes(file)).isNotEmpty();
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(entry.keys().get(1).value());
    }

    @Test
    void passesOverTailThatWasCutShort() throws Exception {
        Spool spool = new Spool(directory, KEYS, 1 << 20);
        spool.keep(LogBench.answered(LogBench.id()));
        spool.keep(LogBench.answered(LogBench.id()));
        Path file = spool.rotate().get(0);
        byte[] whole = Files.readAllBytes(file);

        for (int cut : List.of(1, 7, 100, whole.length / 2 - 1)) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut), StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(spool.read(file)).as("cut by " + cut).hasSize(1);
        }
    }

    @Test
    void refusesMoreThanItMayHold() {
        Spool spool = new Spool(directory, KEYS, 4_000);
        spool.keep(LogBench.answered(LogBench.id()));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        spool.keep(LogBench.answered(LogBench.id()));
                    }
                })
                .isInstanceOf(HubFault.class)
                .hasMessageContaining("full");
    }
}
