package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * A purpose of the city for which several agencies work together on shared subjects, such as comprehensive tax
 * management. It gives no right to ask: grants do.
 *
 * @param lead the agency that answers for it; the first of the members
 * @param measures what tells whether it does any good
 * @param validTo its last day, or null if it goes on
 */
public record Programme(
        String code,
        Label name,
        AgencyCode lead,
        List<AgencyCode> members,
        List<SubjectCode> subjects,
        List<Measure> measures,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Agency.Basis basis) {

    /** A figure that a programme is measured by, and its unit. */
    public record Measure(String code, Label name, Label unit) {}

    public boolean isValidOn(LocalDate day) {
        return new Validity(validFrom, validTo).contains(day);
    }
}
