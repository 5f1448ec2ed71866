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

    /**
     * Whether the receiver of this entry's answer was shown a key: an answer is found by the keys of all records that it
     * was made from, also by fields that were withheld and by records of divisions that the receiver may not see.
     *
     * @param key one of this entry's
     */
    public boolean shows(Key key) {
        return !withholds(key.type())
                && (kind != EntryKind.ANSWERED
                        || bodies.stream()
                                .filter(body -> body.role() == Body.Role.ANSWER_SENT)
                                .allMatch(sent -> SentAnswer.names(sent, key)));
    }
}
