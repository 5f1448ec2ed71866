package lingnan.hub.kernel;

import java.util.regex.Pattern;

/** The code of a data subject, such as {@code AIC-ENT-REG}: agency, thing and kind. */
public record SubjectCode(String value) implements Comparable<SubjectCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

    public SubjectCode {
        if (!FORM.matcher(value).matches() || value.length() > 48) {
            throw new IllegalArgumentException("A subject code is AGENCY-THING-KIND in capitals: " + value);
        }
    }

    public static SubjectCode of(String value) {
        return new SubjectCode(value);
    }

    @Override
    public int compareTo(SubjectCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
