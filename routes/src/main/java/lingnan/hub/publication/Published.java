package lingnan.hub.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;

/**
 * What was loaded, as the log keeps it: whose it is, how many records, as of when, by whom.
 *
 * @param asOf when the files' records were true; what the whole state is as of may be earlier
 * @param digests of the files' bytes; the entry commits to them as keys, so that a file leads to its load
 */
record Published(
        Subject subject, String provider, String actor, BusinessClock clock, Instant asOf, List<String> digests) {

    static final String LANE = "publication";

    /** What the state's entries follow one another in. */
    static String stream(Subject subject) {
        return "state/" + subject.code() + "/" + subject.version();
    }

    Entry entry(long records, boolean add) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.PROVIDER, provider);
        facts.put(Fact.SUBJECT, subject.code().value());
        facts.put(Fact.OPERATION, add ? "add" : "replace");
        facts.put(Fact.OUTCOME, "ok");
        facts.put(Fact.ACTOR, actor);
        facts.put(Fact.COUNT, Long.toString(records));
        facts.put(Fact.AS_OF, asOf.toString());
        return new Entry(
                EntryKind.LOADED,
                MessageId.next(Clock.systemUTC()),
                clock.now(),
                facts,
                List.of(),
                digests.stream()
                        .map(digest -> new Key("fileSha256", digest, false))
                        .toList());
    }
}
