package lingnan.hub.catalog;

import java.util.List;
import java.util.Set;
import lingnan.hub.catalog.Subject.Field;

/**
 * The administrative divisions to which a grant is limited, each with all below it by the layout of GB/T 2260: two digits
 * for the province, two for the city, two for the district, then streets and communities; 00 stands for all. A withdrawn
 * code covers itself only: a grant that is to reach old records names it beside its successor.
 */
public final class DivisionLimit {

    private static final String ELEMENT = "DivisionCode";

    private final List<String> prefixes;

    private DivisionLimit(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /** @param divisions at least one code of six, nine or twelve digits */
    public static DivisionLimit of(Set<String> divisions) {
        return new DivisionLimit(
                divisions.stream().map(DivisionLimit::prefix).sorted().toList());
    }

    /** The fields by which a record of this subject says of which divisions it is. */
    public static List<String> fields(Subject subject) {
        return fields(subject.fields());
    }

    static List<String> fields(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.element().equals(ELEMENT))
                .map(Field::name)
                .toList();
    }

    /** Whether a division is one of these or below one. */
    public boolean covers(String division) {
        return prefixes.stream().anyMatch(division.strip()::startsWith);
    }

    private static String prefix(String code) {
        String prefix = code;
        while (prefix.length() > 6 && prefix.endsWith("000")) {
            prefix = prefix.substring(0, prefix.length() - 3);
        }
        while (prefix.length() <= 6 && prefix.length() > 2 && prefix.endsWith("00")) {
            prefix = prefix.substring(0, prefix.length() - 2);
        }
        return prefix;
    }
}
