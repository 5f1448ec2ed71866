package lingnan.hub.kernel;

import java.util.regex.Pattern;

/** The unique code of an agency, such as {@code AIC}: the member code of class GOV in X-Road identifiers. */
public record AgencyCode(String value) implements Comparable<AgencyCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,15}");

    public AgencyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An agency code is 2 to 16 capitals or digits: " + value);
        }
    }

    public static AgencyCode of(String value) {
        return new AgencyCode(value);
    }

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
