package lingnan.transformers.dialect;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.xml.SoapVersion;

/** A dialect's parameters while they are read; what nobody asked for is refused at the end. */
final class Parameters {

    private static final Pattern ELEMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

    private final String dialect;
    private final Map<String, String> given;
    private final TreeSet<String> known = new TreeSet<>();

    Parameters(String dialect, Map<String, String> given) {
        this.dialect = dialect;
        this.given = new TreeMap<>(given);
    }

    String required(String name) {
        known.add(name);
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The dialect " + dialect + " needs the parameter " + name + ".");
        }
        return value;
    }

    String text(String name, String otherwise) {
        known.add(name);
        return given.getOrDefault(name, otherwise);
    }

    /** The name of an element. */
    String element(String name, String otherwise) {
        String value = text(name, otherwise);
        if (!ELEMENT.matcher(value).matches()) {
            throw wrong(name, value, "the name of an element");
        }
        return value;
    }

    boolean flag(String name, boolean otherwise) {
        String value = text(name, Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, value, "true or false");
        };
    }

    WireCharset charset(String name, WireCharset otherwise) {
        String value = text(name, otherwise.label());
        return WireCharset.of(value)
                .orElseThrow(() -> wrong(name, value, "one of UTF-8, UTF-16, GBK, GB2312, GB18030, US-ASCII"));
    }

    SoapVersion soap() {
        String value = text("soap", "1.1");
        return switch (value) {
            case "1.1" -> SoapVersion.SOAP_11;
            case "1.2" -> SoapVersion.SOAP_12;
            default -> throw wrong("soap", value, "1.1 or 1.2");
        };
    }

    void refuseUnknown() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "The dialect " + dialect + " has no parameter " + name + "; it has " + known + ".");
            }
        }
    }

    private IllegalArgumentException wrong(String name, String value, String expected) {
        return new IllegalArgumentException("The parameter " + name + " of the dialect " + dialect + " is \"" + value
                + "\"; it must be " + expected + ".");
    }
}
