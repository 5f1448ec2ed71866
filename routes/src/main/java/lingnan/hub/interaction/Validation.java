package lingnan.hub.interaction;

import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.springframework.stereotype.Component;

/** Holds questions and answers against the subject's schema, on both sides of the hub. */
@Component
final class Validation {

    public Stage.Authorised checkQuery(Stage.Authorised stage) {
        stage.plan().subject().schema().validateQuery(stage.arrival().payload()).ifPresent(what -> {
            throw new HubFault(FaultCode.INVALID_BODY, what);
        });
        if (stage.plan().keys().isEmpty()) {
            throw new HubFault(FaultCode.INVALID_BODY, "the query names no key to ask by");
        }
        return stage;
    }

    public Stage.Checked checkAnswer(Stage.Complete stage) {
        Subject subject = stage.accepted().plan().subject();
        RecordKeys keys = new RecordKeys(subject);
        subject.schema().validateAnswer(stage.canonical(), keys).ifPresent(what -> {
            throw new HubFault(FaultCode.PROVIDER_INVALID_ANSWER, what);
        });
        return new Stage.Checked(stage, keys.found());
    }
}
