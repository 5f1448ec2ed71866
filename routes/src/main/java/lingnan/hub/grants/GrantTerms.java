package lingnan.hub.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Grant;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * What a grant is to allow.
 *
 * @param divisions whose records it is to show, each with all below it; empty if everywhere
 * @param standing whether it is also to be given without being asked for, of batch subjects only
 * @param validTo the last day, or null if open
 */
public record GrantTerms(
        List<Grant.Purpose> purposes,
        Set<String> keys,
        Set<String> fields,
        Set<String> divisions,
        boolean standing,
        boolean caseRequired,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public GrantTerms {
        purposes = List.copyOf(purposes);
        keys = Set.copyOf(keys);
        fields = Set.copyOf(fields);
        divisions = Set.copyOf(divisions);
    }

    /** The same from a day on: nobody is given a right for days that are past, when questions were refused. */
    GrantTerms notBefore(LocalDate day) {
        return validFrom.isBefore(day)
                ? new GrantTerms(purposes, keys, fields, divisions, standing, caseRequired, day, validTo)
                : this;
    }

    Grant grant(String id, AgencyCode consumer, SubjectCode subject) {
        return new Grant(
                id,
                consumer,
                subject,
                purposes,
                keys,
                fields,
                divisions,
                standing,
                caseRequired,
                validFrom,
                validTo,
                new Agency.Basis(Agency.Basis.Kind.SOURCE, ""));
    }

    /**
     * What a provider leaves of the terms that were asked for; null leaves a part as it is.
     *
     * @param purposes codes of purposes
     * @param standing false takes it away
     * @param caseRequired true adds it
     */
    public record Narrower(
            @Nullable Set<String> purposes,
            @Nullable Set<String> keys,
            @Nullable Set<String> fields,
            @Nullable Set<String> divisions,
            @Nullable Boolean standing,
            @Nullable Boolean caseRequired,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        /** Everything as it was asked for. */
        public static final Narrower NOTHING = new Narrower(null, null, null, null, null, null, null, null);

        GrantTerms of(GrantTerms asked) {
            return new GrantTerms(
                    purposes == null ? asked.purposes() : named(asked.purposes(), purposes),
                    keys == null ? asked.keys() : keys,
                    fields == null ? asked.fields() : fields,
                    divisions == null ? asked.divisions() : divisions,
                    standing == null ? asked.standing() : standing,
                    caseRequired == null ? asked.caseRequired() : caseRequired,
                    validFrom == null ? asked.validFrom() : validFrom,
                    validTo == null ? asked.validTo() : validTo);
        }

        private static List<Grant.Purpose> named(List<Grant.Purpose> asked, Set<String> codes) {
            return asked.stream()
                    .filter(purpose -> codes.contains(purpose.code()))
                    .toList();
        }
    }
}
