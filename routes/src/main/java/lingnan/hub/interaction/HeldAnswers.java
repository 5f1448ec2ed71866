package lingnan.hub.interaction;

import java.util.Optional;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.publication.HeldStates;
import org.springframework.stereotype.Component;

/** Answers from the state that the hub holds of a subject, and says of when it is. */
@Component
final class HeldAnswers {

    /** As many as an answer's schema lets stand in it. */
    private static final int MOST = 100;

    private final HeldStates states;

    HeldAnswers(HeldStates states) {
        this.states = states;
    }

    /** @throws HubFault STATE_NOT_LOADED; TOO_MANY_RECORDS rather than leave some out unsaid */
    public Stage.LookedUp lookUp(Stage.Accepted stage) {
        Stage.Plan plan = stage.plan();
        Optional<HeldStates.Found> found = Durable.ask(() -> states.find(plan.subject(), plan.keys(), MOST + 1));
        if (found.isEmpty()) {
            throw new HubFault(
                    FaultCode.STATE_NOT_LOADED,
                    "no state of " + plan.subject().code() + " v"
                            + plan.subject().version() + " has been loaded");
        }
        HeldStates.Found state = found.get();
        if (state.records().size() > MOST) {
            throw new HubFault(FaultCode.TOO_MANY_RECORDS, "more than " + MOST + " records have these keys");
        }
        return new Stage.LookedUp(
                stage,
                Payloads.answer(plan.subject().namespace(), state.asOf(), state.records()),
                state.asOf(),
                state.load());
    }
}
