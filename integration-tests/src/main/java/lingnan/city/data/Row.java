package lingnan.city.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One record as its register holds it: the provider's own column names, in order, with the text found there. */
public record Row(Map<String, String> columns) {

    public Row {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** @param namesAndValues alternately a column's name and its text */
    static Row of(String... namesAndValues) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Row(columns);
    }

    Row with(String column, String text) {
        Map<String, String> changed = new LinkedHashMap<>(columns);
        changed.put(column, text);
        return new Row(changed);
    }

    /** The text of a column; empty if the register has none. */
    public String get(String column) {
        return columns.getOrDefault(column, "");
    }
}
