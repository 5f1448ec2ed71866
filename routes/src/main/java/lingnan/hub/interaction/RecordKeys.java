package lingnan.hub.interaction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import lingnan.hub.catalog.Subject;
import lingnan.hub.messagelog.Key;

/**
 * Collects the business keys of the records in an answer, so that it is found by what it showed. All of them: whoever was
 * shown a record is told by them that it was wrong. What is collected of an answer that its schema refuses is bounded too.
 */
final class RecordKeys implements BiConsumer<String, String> {

    private final List<Subject.Field> fields;
    private final int most;
    private final Set<Key> keys = new LinkedHashSet<>();

    RecordKeys(Subject subject) {
        this.fields = subject.keys();
        this.most = fields.size() * Payloads.MOST_RECORDS;
    }

    @Override
    public void accept(String name, String text) {
        String value = text.strip();
        if (value.isEmpty() || keys.size() == most) {
            return;
        }
        for (Subject.Field field : fields) {
            if (field.name().equals(name)) {
                keys.add(new Key(name, value, field.person()));
            }
        }
    }

    /** Each once, in the order of the records. */
    List<Key> found() {
        return List.copyOf(keys);
    }
}
