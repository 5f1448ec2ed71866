package lingnan.hub.objections;

import java.time.LocalDate;
import java.util.Optional;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.objections.Objections.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is told of an objection's outcome. It names the field, and the record by its key if that
 * agency was shown the key, but no value: not every receiver was granted it. Who wants the new one asks again.
 *
 * @param record the key that names the record; empty if it was withheld from the agency, or lawfully erased
 * @param acknowledgedOn null while it waits
 */
public record Notice(
        String id,
        String objection,
        AgencyCode agency,
        AgencyCode provider,
        SubjectCode subject,
        String field,
        Verdict outcome,
        LocalDate toldOn,
        @Nullable LocalDate acknowledgedOn,
        Optional<RecordKey> record) {

    /** Which record of the subject. */
    public record RecordKey(String field, String value) {}
}
