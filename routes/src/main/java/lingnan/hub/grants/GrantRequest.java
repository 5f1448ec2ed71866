package lingnan.hub.grants;

import java.time.LocalDate;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * A request for a grant, from the asking to its end. Days are of the business clock.
 *
 * @param id such as {@code R-2009-17}: how people name it; the log finds its entries by it
 * @param message under which its entries stand in the log
 * @param grantId the id that the grant has if it is given
 * @param provider who provided the subject on the day of the request
 * @param asked what it asks for
 * @param rule the code of the sharing rule of the day of the request, whose limits hold for it
 * @param answerBy until when its provider has to answer
 * @param settled how it was answered or withdrawn; null while it is open
 * @param given the grant, if it was given; it may be narrower than asked
 * @param sharing when what was granted is to be had; null if it was not granted
 * @param revoked how the grant was revoked; null if it was not
 */
public record GrantRequest(
        String id,
        MessageId message,
        String grantId,
        AgencyCode consumer,
        SubjectCode subject,
        AgencyCode provider,
        GrantTerms asked,
        LocalDate requestedOn,
        String requestedBy,
        String rule,
        State state,
        Deadline answerBy,
        @Nullable Act settled,
        @Nullable Grant given,
        @Nullable Sharing sharing,
        @Nullable Act revoked) {

    /** How far a request has come. What becomes of a grant afterwards does not change it. */
    public enum State {
        REQUESTED,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * What somebody did about it.
     *
     * @param by an agency, or an operator
     * @param reason empty if none was needed
     */
    public record Act(LocalDate on, String by, String reason) {}

    /** @param since the day from which it was to be had; null while it is not */
    public record Sharing(Deadline by, @Nullable LocalDate since) {}

    /** The grant that it would be if it were given as it was asked for. */
    public Grant asAsked() {
        return asked.grant(grantId, consumer, subject);
    }

    /** Whether a provider lets somebody wait longer than the rule allows: for the answer, or for what it granted. */
    public boolean isOverdueOn(LocalDate day) {
        return switch (state) {
            case REQUESTED -> answerBy.isOverdueOn(day);
            case GRANTED ->
                sharing != null
                        && sharing.since() == null
                        && revoked == null
                        && sharing.by().isOverdueOn(day);
            case REFUSED, WITHDRAWN -> false;
        };
    }
}
