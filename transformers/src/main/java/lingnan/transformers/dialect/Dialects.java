package lingnan.transformers.dialect;

import java.util.Map;
import java.util.Set;

/** The dialects by the names that agencies' files use. */
public final class Dialects {

    private Dialects() {}

    public static Set<String> names() {
        return Set.of();
    }

    /** @throws IllegalArgumentException if there is no such dialect or a parameter is missing or unknown */
    public static Dialect of(String name, Map<String, String> parameters) {
        throw new IllegalArgumentException("No dialect is named " + name + " " + parameters);
    }
}
