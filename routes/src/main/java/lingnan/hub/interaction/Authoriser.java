package lingnan.hub.interaction;

import lingnan.hub.access.Access;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import org.springframework.stereotype.Component;

/** Lets a question pass only under a grant. */
@Component
final class Authoriser {

    private final Access access;
    private final BusinessClock clock;

    Authoriser(Access access, BusinessClock clock) {
        this.access = access;
        this.clock = clock;
    }

    public Stage.Authorised authorise(Stage.Planned stage) {
        Arrival arrival = stage.arrival();
        Access.Decision decision = access.decide(new Access.Question(
                arrival.caller(),
                stage.plan().subject(),
                arrival.operationName(),
                stage.plan().keyNames(),
                arrival.headers().purpose(),
                arrival.headers().caseNumber(),
                clock.today()));
        if (decision instanceof Access.Decision.Allowed allowed) {
            return new Stage.Authorised(arrival, stage.plan(), allowed);
        }
        Access.Decision.Denied denied = (Access.Decision.Denied) decision;
        throw new HubFault(denied.code(), denied.reason());
    }
}
