package lingnan.hub.edge;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.hub.kernel.SubjectCode;

/**
 * What a path names: a subject ({@code /services/AIC-ENT-REG}, {@code /services/AIC-ENT-REG/v1}), one of the hub's own
 * services ({@code /services/trace}), or nothing.
 */
record Address(Optional<SubjectCode> subject, OptionalInt version, Optional<String> contract) {

    private static final Pattern SUBJECT =
            Pattern.compile("/services/([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)(?:/v([1-9][0-9]{0,3}))?/?");
    private static final Pattern CONTRACT = Pattern.compile("/services/([a-z]{2,20})/?");

    /** @param path as it was sent: one that needs decoding first names nothing */
    static Address parse(String path) {
        Matcher subject = SUBJECT.matcher(path);
        if (subject.matches() && subject.group(1).length() <= 48) {
            OptionalInt version =
                    subject.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(subject.group(2)));
            return new Address(Optional.of(SubjectCode.of(subject.group(1))), version, Optional.empty());
        }
        Matcher contract = CONTRACT.matcher(path);
        return new Address(
                Optional.empty(),
                OptionalInt.empty(),
                contract.matches() ? Optional.of(contract.group(1)) : Optional.empty());
    }
}
