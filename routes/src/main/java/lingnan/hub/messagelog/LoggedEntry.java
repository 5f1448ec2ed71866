package lingnan.hub.messagelog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lingnan.hub.kernel.MessageId;

/**
 * An entry as it stands in the log. Bodies and keys that were erased are missing from the lists and counted.
 *
 * @param facts under their wire names, in order
 * @param erased how many bodies and keys of this entry have been erased
 */
public record LoggedEntry(
        LogPosition position,
        EntryKind kind,
        MessageId message,
        Instant businessTime,
        Map<String, String> facts,
        List<Body> bodies,
        List<Key> keys,
        int erased) {

    /** Whether an answer left this field out because its receiver may not see it. */
    public boolean withholds(String field) {
        return Arrays.asList(facts.getOrDefault(Fact.WITHHELD.wireName(), "").split(" "))
                .contains(field);
    }
}
