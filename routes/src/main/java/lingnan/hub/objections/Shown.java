package lingnan.hub.objections;

import java.util.Optional;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;

/** What an answer showed its receiver of the records that it was made from. */
final class Shown {

    private Shown() {}

    /** Whether the receiver can tell from the answer that there is a record with this key. */
    static boolean names(LoggedEntry answered, String key, String value) {
        return find(answered, key, value).filter(answered::shows).isPresent();
    }

    /** Whether a record with this key was in the answer; where the key itself was withheld, as far as the entry says. */
    static boolean concerns(LoggedEntry answered, String key, String value) {
        return find(answered, key, value)
                .filter(found -> answered.withholds(key) || answered.shows(found))
                .isPresent();
    }

    private static Optional<Key> find(LoggedEntry answered, String key, String value) {
        return answered.keys().stream()
                .filter(found -> found.type().equals(key) && found.value().equals(value))
                .findFirst();
    }
}
