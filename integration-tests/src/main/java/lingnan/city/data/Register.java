package lingnan.city.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One agency's records with the columns by which they may be looked up. Safe for use by many threads. */
public final class Register {

    /** No answer holds more records than this. */
    public static final int MOST = 100;

    private final List<Row> rows;
    private final Map<String, UnaryOperator<String>> keys;
    private final Map<String, Map<String, List<Row>>> index = new HashMap<>();

    /** @param keys the columns of look-ups, each with the form in which its texts are compared */
    Register(List<Row> rows, Map<String, UnaryOperator<String>> keys) {
        this.rows = List.copyOf(rows);
        this.keys = Map.copyOf(keys);
        keys.forEach((key, form) -> index.put(
                key,
                this.rows.stream()
                        .filter(row -> !row.get(key).isBlank())
                        .collect(Collectors.groupingBy(row -> form.apply(row.get(key))))));
    }

    public List<Row> rows() {
        return rows;
    }

    public Set<String> keys() {
        return keys.keySet();
    }

    /**
     * The records that agree with every key asked for, however the register has them written: width, hyphens, brackets
     * and the length of a citizen's number do not matter.
     *
     * @param asked column to text; blank texts do not count
     * @return at most {@value #MOST}; none if no key was asked for
     * @throws IllegalArgumentException if a column is no key
     */
    public List<Row> find(Map<String, String> asked) {
        List<Map.Entry<String, String>> given = asked.entrySet().stream()
                .filter(key -> !key.getValue().isBlank())
                .toList();
        if (given.isEmpty()) {
            return List.of();
        }
        return candidates(given.get(0)).stream()
                .filter(row -> given.stream().allMatch(key -> agrees(row, key)))
                .limit(MOST)
                .toList();
    }

    private boolean agrees(Row row, Map.Entry<String, String> key) {
        UnaryOperator<String> form = form(key.getKey());
        return form.apply(row.get(key.getKey())).equals(form.apply(key.getValue()));
    }

    private List<Row> candidates(Map.Entry<String, String> key) {
        UnaryOperator<String> form = form(key.getKey());
        return index.getOrDefault(key.getKey(), Map.of()).getOrDefault(form.apply(key.getValue()), List.of());
    }

    private UnaryOperator<String> form(String column) {
        UnaryOperator<String> form = keys.get(column);
        if (form == null) {
            throw new IllegalArgumentException("No look-up by " + column + ", only by " + keys.keySet());
        }
        return form;
    }
}
