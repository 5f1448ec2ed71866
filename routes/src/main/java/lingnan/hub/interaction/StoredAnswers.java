package lingnan.hub.interaction;

import java.util.Set;
import lingnan.hub.access.Access;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Traces;
import org.springframework.stereotype.Component;

/**
 * Gives an answer that the log has kept once more: always under a grant that holds now, always cut anew.
 */
@Component
public final class StoredAnswers {

    private final Traces traces;
    private final ArrivalReader arrivals;
    private final Planner planner;
    private final Authoriser authoriser;
    private final Envelopes envelopes;

    StoredAnswers(Traces traces, ArrivalReader arrivals, Planner planner, Authoriser authoriser, Envelopes envelopes) {
        this.traces = traces;
        this.arrivals = arrivals;
        this.planner = planner;
        this.authoriser = authoriser;
        this.envelopes = envelopes;
    }

    /** A stage if the question is new; a reply if its answer is given again. */
    public Object recall(Stage.Authorised stage) {
        return stage;
    }

    /** The content of an answer as its caller may see it today. */
    byte[] shownAgain(MessageId message) {
        return shown(original(message));
    }

    /** An answer as it is pushed: an envelope in the version of SOAP in which the question came. */
    Body pushed(MessageId message) {
        Stage.Authorised original = original(message);
        Reply reply = envelopes.answer(original.arrival(), original.plan().id(), shown(original));
        return new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body());
    }

    private Stage.Authorised original(MessageId message) {
        Arrival arrival = arrivals.fromLog(message).orElseThrow(() -> erased(message));
        return authoriser.authorise(planner.plan(arrival));
    }

    private byte[] shown(Stage.Authorised original) {
        Subject subject = original.plan().subject();
        Access.Decision.Allowed grant = original.grant();
        Set<String> fields = grant.fields();
        byte[] canonical = traces.body(original.arrival().message(), Body.Role.ANSWER_CANONICAL)
                .orElseThrow(() -> erased(original.arrival().message()))
                .bytes();
        return Cutter.shown(subject, fields, canonical);
    }

    private static HubFault erased(MessageId message) {
        return new HubFault(FaultCode.UNKNOWN_MESSAGE, message + " was erased");
    }
}
