package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * The right of one agency to query one subject, as the city's files state it or as its provider gave it on request.
 * Whether a question is covered by it is decided in {@code access}.
 *
 * @param keys the key fields that may be asked by
 * @param fields the fields that an answer may show
 * @param divisions the administrative divisions whose records it shows, each with all below it; empty if everywhere
 * @param standing whether it may also be given without being asked for, whole or in batches
 * @param caseRequired whether each query must name a case; queries about persons must in any event
 * @param validTo the last day, or null if open
 */
public record Grant(
        String id,
        AgencyCode consumer,
        SubjectCode subject,
        List<Purpose> purposes,
        Set<String> keys,
        Set<String> fields,
        Set<String> divisions,
        boolean standing,
        boolean caseRequired,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Agency.Basis basis) {

    /** @param legalBasis the law or rule that allows the purpose */
    public record Purpose(String code, Label legalBasis) {}

    public boolean isInForceOn(LocalDate day) {
        return !startsAfter(day) && !endedBefore(day);
    }

    public boolean startsAfter(LocalDate day) {
        return day.isBefore(validFrom);
    }

    public boolean endedBefore(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }
}
