package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RefusalMeterTests {

    private final List<Entry> appended = new ArrayList<>();
    private Instant now = Instant.parse("2009-11-10T01:00:00Z");

    @Test
    void tenThousandAnonymousRefusalsBecomeAFewEntriesAndOneCountEachMinute() {
        RefusalMeter meter = new RefusalMeter(new Recorder(), new Hand(), 100);
        for (int i = 0; i < 10_000; i++) {
            now = now.plusMillis(10);
            meter.refused(refusal(i % 10 == 0 ? "invalid_xml" : "unauthenticated"));
        }
        meter.flush();

        long counts = appended.stream()
                .filter(e -> e.kind() == EntryKind.REFUSALS_COUNTED)
                .count();
        long entries = appended.size() - counts;
        int counted = appended.stream()
                .filter(e -> e.kind() == EntryKind.REFUSALS_COUNTED)
                .mapToInt(e -> Integer.parseInt(e.facts().get(Fact.COUNT)))
                .sum();
        assertThat(entries).isEqualTo(200);
        assertThat(counts).isEqualTo(2);
        assertThat(entries + counted).isEqualTo(10_000);
        assertThat(appended.get(100).facts().get(Fact.DETAIL))
                .contains("invalid_xml=")
                .contains("unauthenticated=");
    }

    private static Entry refusal(String code) {
        return new Entry(
                EntryKind.REFUSED, LogBench.id(), Instant.EPOCH, Map.of(Fact.OUTCOME, code), List.of(), List.of());
    }

    private final class Recorder implements MessageLog {
        @Override
        public CompletableFuture<LogPosition> append(Entry entry) {
            appended.add(entry);
            return CompletableFuture.completedFuture(new LogPosition("edge-1", appended.size(), now));
        }

        @Override
        public AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry) {
            throw new AssertionError("A refusal changes no state");
        }

        @Override
        public void spool(Entry entry) {
            throw new AssertionError("The log could be written");
        }
    }

    private final class Hand extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
