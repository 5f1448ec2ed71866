package lingnan.hub.objections;

import java.time.LocalDate;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * How far an objection has come. Days are of the business clock. What was said stands in its {@link Dossier}.
 *
 * @param id such as {@code O-2009-3}: how people name it; the log finds its entries by it
 * @param message under which its entries stand in the log
 * @param provider who has to answer
 * @param interaction in which the objector received the value
 * @param rule the code of the sharing rule of the day it was filed, whose limit holds for it
 * @param answerBy until when its provider has to answer; of the last addition, if there was one
 * @param settledOn null while it is not
 */
public record Objection(
        String id,
        MessageId message,
        AgencyCode objector,
        AgencyCode provider,
        SubjectCode subject,
        MessageId interaction,
        String field,
        State state,
        LocalDate filedOn,
        String filedBy,
        String rule,
        Deadline answerBy,
        @Nullable LocalDate settledOn) {

    /** Whose turn it is: the provider's, the objector's, or nobody's any more. */
    public enum State {
        OPEN,
        MORE_NEEDED,
        ACCEPTED,
        REJECTED
    }

    public boolean isSettled() {
        return state == State.ACCEPTED || state == State.REJECTED;
    }

    /** Whether the provider lets the objector wait longer than the rule allows. */
    public boolean isOverdueOn(LocalDate day) {
        return state == State.OPEN && answerBy.isOverdueOn(day);
    }
}
