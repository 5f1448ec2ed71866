package lingnan.hub.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lingnan.hub.catalog.Grant;
import lingnan.hub.kernel.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Terms as text: as JSON for the database and the log, and in a line for people. */
final class TermsText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TermsText() {}

    private record Written(
            List<Purpose> purposes,
            Set<String> keys,
            Set<String> fields,
            Set<String> divisions,
            boolean standing,
            boolean caseRequired,
            String validFrom,
            @Nullable String validTo) {}

    private record Purpose(String code, String zh, String en) {}

    static String json(GrantTerms terms) {
        LocalDate to = terms.validTo();
        return MAPPER.writeValueAsString(new Written(
                terms.purposes().stream()
                        .map(purpose -> new Purpose(
                                purpose.code(),
                                purpose.legalBasis().zh(),
                                purpose.legalBasis().en()))
                        .toList(),
                new TreeSet<>(terms.keys()),
                new TreeSet<>(terms.fields()),
                new TreeSet<>(terms.divisions()),
                terms.standing(),
                terms.caseRequired(),
                terms.validFrom().toString(),
                to == null ? null : to.toString()));
    }

    static GrantTerms terms(String json) {
        Written written = MAPPER.readValue(json, Written.class);
        return new GrantTerms(
                written.purposes().stream()
                        .map(purpose -> new Grant.Purpose(purpose.code(), new Label(purpose.zh(), purpose.en())))
                        .toList(),
                written.keys(),
                written.fields(),
                written.divisions(),
                written.standing(),
                written.caseRequired(),
                LocalDate.parse(written.validFrom()),
                written.validTo() == null ? null : LocalDate.parse(written.validTo()));
    }

    /** Names of the city's own words only, so that it may stand in the log for ever. */
    static String line(GrantTerms terms) {
        return "by " + joined(terms.keys()) + "; shows " + joined(terms.fields())
                + (terms.divisions().isEmpty() ? "" : "; in " + joined(terms.divisions()))
                + (terms.standing() ? "; standing" : "")
                + (terms.caseRequired() ? "; with a case" : "")
                + "; from " + terms.validFrom()
                + (terms.validTo() == null ? "" : " to " + terms.validTo());
    }

    static String purposes(GrantTerms terms) {
        return String.join(
                " ", terms.purposes().stream().map(Grant.Purpose::code).toList());
    }

    private static String joined(Set<String> names) {
        return String.join(" ", new TreeSet<>(names));
    }
}
