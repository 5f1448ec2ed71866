package lingnan.hub.interaction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import lingnan.hub.catalog.Subject;
import lingnan.hub.messagelog.Key;

/** Collects the business keys of the records in an answer, so that it is found by what it showed. */
final class RecordKeys implements BiConsumer<String, String> {

    private static final int MOST = 200;

    private final List<Subject.Field> fields;
    private final Set<Key> keys = new LinkedHashSet<>();

    RecordKeys(Subject subject) {
        this.fields = subject.keys();
    }

    @Override
    public void accept(String name, String text) {
        String value = text.strip();
        if (value.isEmpty() || keys.size() == MOST) {
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
