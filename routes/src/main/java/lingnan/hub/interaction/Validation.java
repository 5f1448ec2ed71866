package lingnan.hub.interaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Key;
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
        Set<String> divisions = stage.accepted().authorised().grant().divisions();
        return new Stage.Checked(stage, divisions.isEmpty() ? keys.found() : within(subject, divisions, stage));
    }

    /** The message is found by the records that it shows: by one of another division its caller would learn of it. */
    private static List<Key> within(Subject subject, Set<String> divisions, Stage.Complete stage) {
        Set<String> all = subject.fields().stream().map(Subject.Field::name).collect(Collectors.toUnmodifiableSet());
        byte[] shown = subject.schema().cut(stage.canonical(), all, divisions);
        RecordKeys keys = new RecordKeys(subject);
        subject.schema().validateCutAnswer(shown, keys).ifPresent(what -> {
            throw new HubFault(FaultCode.INTERNAL_ERROR, "what a grant shows is invalid: " + what);
        });
        return keys.found();
    }
}
