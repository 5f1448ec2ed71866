package lingnan.hub.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;

/** Logs that somebody looked at traces from the command line: what was asked for, and each message that was shown. */
final class Looks {

    private static final String LANE = "command";

    private Looks() {}

    static void log(LogOf log, List<String> keys, Collection<MessageId> shown) {
        append(
                log,
                MessageId.next(Clock.systemUTC()),
                "search",
                keys.stream().map(Key::searched).toList());
        shown.forEach(message -> append(log, message, "trace", List.of()));
    }

    private static void append(LogOf log, MessageId message, String what, List<Key> keys) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.ACTOR, System.getProperty("user.name", "operator"));
        facts.put(Fact.SERVICE, "command");
        facts.put(Fact.DETAIL, what);
        Instant now = Instant.now(Clock.systemUTC());
        log.access().append(LANE, new Entry(EntryKind.LOOKED, message, now, facts, List.of(), keys));
    }
}
