package lingnan.hub.messagelog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingnan.hub.kernel.MessageId;

/**
 * What is handed in to be appended. Lane, position and append time are the log's to give.
 *
 * @param message the interaction or publication that the entry belongs to
 * @param businessTime the time on the business clock, which a demo may drive
 * @param facts short texts, for ever
 * @param bodies raw messages, erasable
 * @param keys search keys, erasable
 */
public record Entry(
        EntryKind kind,
        MessageId message,
        Instant businessTime,
        Map<Fact, String> facts,
        List<Body> bodies,
        List<Key> keys) {

    public Entry {
        facts = Map.copyOf(facts);
        bodies = List.copyOf(bodies);
        keys = List.copyOf(keys);
    }

    /** The facts under their wire names, in the order of the leaf. */
    public Map<String, String> factsInOrder() {
        Map<String, String> ordered = new TreeMap<>();
        facts.forEach((fact, text) -> ordered.put(fact.wireName(), text));
        return ordered;
    }
}
