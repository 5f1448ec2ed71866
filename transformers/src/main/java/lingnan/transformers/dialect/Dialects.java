package lingnan.transformers.dialect;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The dialects by the names that agencies' files use. */
public final class Dialects {

    private static final Map<String, Function<Parameters, Dialect>> BY_NAME = new TreeMap<>(Map.of(
            CanonicalDialect.NAME, CanonicalDialect::of,
            AxisRpcEncodedDialect.NAME, AxisRpcEncodedDialect::of,
            XmlInStringDialect.NAME, XmlInStringDialect::of,
            AsmxDialect.NAME, AsmxDialect::of));

    private Dialects() {}

    /** In alphabetical order. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** @throws IllegalArgumentException if there is no such dialect or a parameter is missing, unknown or wrong */
    public static Dialect of(String name, Map<String, String> parameters) {
        Function<Parameters, Dialect> dialect = BY_NAME.get(name);
        if (dialect == null) {
            throw new IllegalArgumentException("There is no dialect " + name + "; use one of " + names() + ".");
        }
        Parameters read = new Parameters(name, parameters);
        Dialect made = dialect.apply(read);
        read.refuseUnknown();
        return made;
    }
}
