package lingnan.transformers.charset;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type header taken apart (RFC 9110 section 8.3).
 *
 * @param mediaType in lower case, such as {@code text/xml}
 * @param parameters names in lower case, values without their quotes
 */
public record ContentType(String mediaType, Map<String, String> parameters) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*(?:(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,500})\"|(" + TOKEN + "))\\s*)?");

    public ContentType {
        parameters = Map.copyOf(parameters);
    }

    /**
     * @return empty if the text is not a content type
     * @throws CharsetRefusal of kind CONFLICT if a parameter stands twice with different values
     */
    public static Optional<ContentType> parse(String header) {
        Matcher type = TYPE.matcher(header);
        if (!type.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        int at = type.end();
        while (at < header.length()) {
            if (!parameter.region(at, header.length()).lookingAt()) {
                return Optional.empty();
            }
            at = parameter.end();
            String name = parameter.group(1);
            if (name != null) {
                String quoted = parameter.group(2);
                put(parameters, name, quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return Optional.of(new ContentType(type.group(1).toLowerCase(Locale.ROOT), parameters));
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        String before = parameters.put(name.toLowerCase(Locale.ROOT), value);
        if (before != null && !before.equalsIgnoreCase(value)) {
            throw new CharsetRefusal(
                    CharsetRefusal.Kind.CONFLICT, "The Content-Type gives its parameter " + name + " twice.");
        }
    }
}
