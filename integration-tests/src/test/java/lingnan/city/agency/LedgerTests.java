package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {

    @TempDir
    Path folder;

    @Test
    void keepsEachLineOfManyCallersWhole() throws IOException {
        Path file = folder.resolve("ledger");
        try (Ledger ledger = Ledger.open(file, Clock.systemUTC())) {
            IntStream.range(0, 500)
                    .parallel()
                    .forEach(i -> ledger.received("c" + i, "m" + i, "Query", "穗规〔2009〕𠮷 " + i));
        }

        assertThat(LedgerLine.read(file)).hasSize(500).allSatisfy(line -> {
            assertThat(line.key()).isEqualTo("穗规〔2009〕𠮷 " + line.call().substring(1));
            assertThat(line.isEffect()).isTrue();
        });
    }

    @Test
    void goesOnAfterALineThatAKillCutShort() throws IOException {
        Path file = folder.resolve("ledger");
        try (Ledger ledger = Ledger.open(file, Clock.systemUTC())) {
            ledger.received("first", "-", "Query", "1");
        }
        Files.writeString(file, "2026-11-23T06:33:50Z\tRECEIVED\tto", UTF_8, StandardOpenOption.APPEND);

        assertThat(LedgerLine.read(file)).extracting(LedgerLine::call).containsExactly("first");
        try (Ledger ledger = Ledger.open(file, Clock.systemUTC())) {
            ledger.answered("last", "-", "ANSWERED");
        }
        assertThat(LedgerLine.read(file)).extracting(LedgerLine::call).containsExactly("first", "last");
    }

    @Test
    void letsNoFieldBreakItsLine() throws IOException {
        Path file = folder.resolve("ledger");
        try (Ledger ledger = Ledger.open(file, Clock.systemUTC())) {
            ledger.received("c", "m\t1", "Query\r\nx", "a\nb");
        }

        assertThat(LedgerLine.read(file)).singleElement().satisfies(line -> {
            assertThat(line.messageId()).isEqualTo("m 1");
            assertThat(line.key()).isEqualTo("a b");
        });
    }
}
