package lingnan.hub.messagelog;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;

/**
 * Keeps a flood of callers whom nobody knows from flooding the log: of their refusals the first of each minute become
 * entries, the rest are counted and become one entry at the minute's end.
 */
public final class RefusalMeter {

    private final MessageLog log;
    private final Clock clock;
    private final int perMinute;

    private final Map<String, Integer> counted = new TreeMap<>();
    private long minute;
    private int logged;

    /** @param perMinute how many refusals of a minute become entries of their own */
    RefusalMeter(MessageLog log, Clock clock, int perMinute) {
        this.log = log;
        this.clock = clock;
        this.perMinute = perMinute;
        this.minute = clock.millis() / 60_000;
    }

    /**
     * Logs or counts the refusal of an unidentified caller. The entry should hold digest and size of what came, not the
     * body. If the log cannot be written the refusal is spooled, never lost and never waited for.
     */
    public void refused(Entry refusal) {
        CompletableFuture<LogPosition> appended;
        synchronized (this) {
            turn();
            if (logged >= perMinute) {
                counted.merge(refusal.facts().getOrDefault(Fact.OUTCOME, "refused"), 1, Integer::sum);
                return;
            }
            logged++;
            appended = log.append(refusal);
        }
        appended.whenComplete((position, failure) -> {
            if (failure != null) {
                spool(refusal);
            }
        });
    }

    /** Writes the count of a minute that is over; called every second or so. */
    synchronized void turn() {
        long now = clock.millis() / 60_000;
        if (now != minute) {
            flush();
            minute = now;
            logged = 0;
        }
    }

    /** Writes what was counted and not yet written. */
    synchronized void flush() {
        if (counted.isEmpty()) {
            return;
        }
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(
                Fact.COUNT,
                Integer.toString(
                        counted.values().stream().mapToInt(Integer::intValue).sum()));
        facts.put(
                Fact.DETAIL,
                counted.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" ")));
        facts.put(Fact.ORIGINAL_TIME, Instant.ofEpochSecond(minute * 60).toString());
        counted.clear();
        Entry entry = new Entry(
                EntryKind.REFUSALS_COUNTED, MessageId.next(clock), clock.instant(), facts, List.of(), List.of());
        log.append(entry).whenComplete((position, failure) -> {
            if (failure != null) {
                spool(entry);
            }
        });
    }

    private void spool(Entry entry) {
        try {
            log.spool(entry);
        } catch (HubFault full) {
            org.slf4j.LoggerFactory.getLogger(RefusalMeter.class)
                    .warn("A refusal could be neither logged nor spooled: {}", full.getMessage());
        }
    }
}
