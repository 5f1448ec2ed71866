package lingnan.hub.interaction;

import java.util.LinkedHashSet;
import java.util.Set;
import lingnan.hub.access.Access.Decision.Allowed;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.springframework.stereotype.Component;

/** Cuts a complete answer to the granted fields and divisions, and proves that what is left still fits its schema. */
@Component
final class Cutter {

    /** What nothing was cut from fits still: the schema of cut answers is that of complete ones with all optional. */
    public Stage.Cut cut(Stage.Checked stage) {
        Subject subject = stage.accepted().plan().subject();
        Allowed grant = stage.accepted().authorised().grant();
        byte[] canonical = stage.answer().canonical();
        byte[] shown = subject.schema().cut(canonical, grant.fields(), grant.divisions());
        if (shown != canonical) {
            requireFitting(subject, shown);
        }
        return new Stage.Cut(stage, shown, withheld(subject, grant.fields()));
    }

    /** @throws HubFault if the cut answer does not fit its schema, which is the hub's own mistake */
    static byte[] shown(Subject subject, Allowed grant, byte[] canonical) {
        byte[] shown = subject.schema().cut(canonical, grant.fields(), grant.divisions());
        requireFitting(subject, shown);
        return shown;
    }

    private static void requireFitting(Subject subject, byte[] shown) {
        subject.schema().validateCutAnswer(shown).ifPresent(what -> {
            throw new HubFault(
                    FaultCode.INTERNAL_ERROR, "the cut answer of " + subject.code() + " is invalid: " + what);
        });
    }

    private static Set<String> withheld(Subject subject, Set<String> granted) {
        Set<String> withheld = new LinkedHashSet<>();
        for (Subject.Field field : subject.fields()) {
            if (!granted.contains(field.name())) {
                withheld.add(field.name());
            }
        }
        return withheld;
    }
}
