package lingnan.hub.interaction;

import lingnan.hub.catalog.SubjectMappings;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.transformers.dialect.DialectFault;
import org.springframework.stereotype.Component;

/** The Message Translator between the canonical form and a provider's own: mapping first, then dialect, and back. */
@Component
final class Translator {

    public Stage.Translated toProvider(Stage.Accepted stage) {
        SubjectMappings mappings = stage.plan().subject().mappings();
        byte[] payload = mappings.toProvider(stage.arrival().payload());
        return new Stage.Translated(stage, stage.plan().live().dialect().request(mappings.operation(), payload));
    }

    public Stage.Understood fromProvider(Stage.Heard stage) {
        SubjectMappings mappings = stage.accepted().plan().subject().mappings();
        try {
            byte[] payload = stage.accepted().plan().live().dialect().answer(mappings.operation(), stage.answer());
            return new Stage.Understood(stage, mappings.fromProvider(payload));
        } catch (DialectFault fault) {
            throw new HubFault(code(fault.kind()), String.valueOf(fault.getMessage()), fault);
        }
    }

    private static FaultCode code(DialectFault.Kind kind) {
        return switch (kind) {
            case FAULT -> FaultCode.PROVIDER_FAULT;
            case NOT_SOAP -> FaultCode.PROVIDER_NOT_SOAP;
            case EMPTY -> FaultCode.PROVIDER_EMPTY;
            case BROKEN -> FaultCode.PROVIDER_INVALID_ANSWER;
        };
    }
}
