package lingnan.hub.catalog;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.kernel.SubjectCode;

/**
 * How alike two subjects' records are: of all the fields that either has, the share that both have, by name and type.
 * Two that are nearly the same are one subject stated twice, or one that extends the other and should say so.
 */
final class Resemblance {

    private static final double MOST = 0.7;

    private Resemblance() {}

    /** @param subjects each with its file, to find in the later of two */
    static void check(List<SubjectFolder.Read> subjects) {
        Map<String, Integer> numbers = new HashMap<>();
        List<BitSet> records =
                subjects.stream().map(read -> numbered(read.subject(), numbers)).toList();
        for (int later = 1; later < subjects.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Subject one = subjects.get(earlier).subject();
                Subject other = subjects.get(later).subject();
                if (isTooAlike(records.get(earlier), records.get(later)) && !areKin(one, other)) {
                    subjects.get(later)
                            .entries()
                            .finding(
                                    "code",
                                    "Over 70 % of its fields and those of " + one.code() + " are the same.",
                                    "Make them one, or say extends: " + one.code() + ".");
                }
            }
        }
    }

    /** Names and types of a subject's fields, as {@code name:Type}. */
    static Set<String> fields(Subject subject) {
        return subject.fields().stream()
                .map(field -> field.name() + ":" + field.element())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static BitSet numbered(Subject subject, Map<String, Integer> numbers) {
        BitSet record = new BitSet();
        fields(subject).forEach(field -> record.set(numbers.computeIfAbsent(field, unused -> numbers.size())));
        return record;
    }

    private static boolean isTooAlike(BitSet one, BitSet other) {
        if (!one.intersects(other)) {
            return false;
        }
        BitSet both = (BitSet) one.clone();
        both.and(other);
        int either = one.cardinality() + other.cardinality() - both.cardinality();
        return both.cardinality() > MOST * either;
    }

    /** Versions of one subject, and subjects of which one extends the other. */
    private static boolean areKin(Subject one, Subject other) {
        SubjectCode first = one.code();
        SubjectCode second = other.code();
        return first.equals(second) || second.equals(one.extended()) || first.equals(other.extended());
    }
}
