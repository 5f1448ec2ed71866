package lingnan.hub.interaction;

import java.util.LinkedHashSet;
import java.util.Set;
import lingnan.hub.access.Access.Decision.Allowed;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Key;
import org.springframework.stereotype.Component;

/** Cuts a complete answer to the granted fields and divisions, and proves that what is left still fits its schema. */
@Component
final class Cutter {

    /** What nothing was cut from fits still: the schema of cut answers is that of complete ones with all optional. */
    public Stage.Cut cut(Stage.Checked stage) {
        Stage.Authorised question = stage.accepted().authorised();
        Subject subject = question.plan().subject();
        byte[] canonical = stage.answer().canonical();
        byte[] shown = cut(question, canonical);
        if (shown != canonical) {
            requireFitting(subject, shown);
        }
        return new Stage.Cut(stage, shown, withheld(subject, question.grant().fields()));
    }

    /** @throws HubFault if the cut answer does not fit its schema, which is the hub's own mistake */
    static byte[] shown(Stage.Authorised question, byte[] canonical) {
        byte[] shown = cut(question, canonical);
        requireFitting(question.plan().subject(), shown);
        return shown;
    }

    /** Of a person who was asked for, even the number of records left out would say that another division has one. */
    private static byte[] cut(Stage.Authorised question, byte[] canonical) {
        Allowed grant = question.grant();
        boolean isCounted = question.plan().keys().stream().noneMatch(Key::person);
        return question.plan().subject().schema().cut(canonical, grant.fields(), grant.divisions(), isCounted);
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
