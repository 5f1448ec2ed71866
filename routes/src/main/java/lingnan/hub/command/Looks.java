package lingnan.hub.command;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final int MOST_NAMED = 50;

    private Looks() {}

    static void log(LogOf log, List<String> keys, Collection<MessageId> shown) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.ACTOR, System.getProperty("user.name", "operator"));
        facts.put(Fact.REASON, "./hub trace");
        facts.put(Fact.COUNT, Integer.toString(shown.size()));
        List<String> named =
                shown.stream().limit(MOST_NAMED).map(MessageId::toString).toList();
        if (!named.isEmpty()) {
            facts.put(Fact.RELATES_TO, String.join(" ", named));
        }
        List<Key> searched = new ArrayList<>();
        keys.stream().limit(MOST_NAMED).forEach(key -> searched.add(new Key("searchedFor", key, true)));
        log.access()
                .append(
                        LANE,
                        new Entry(
                                EntryKind.LOOKED,
                                MessageId.next(Clock.systemUTC()),
                                Instant.now(Clock.systemUTC()),
                                facts,
                                List.of(),
                                searched));
    }
}
