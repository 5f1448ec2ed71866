package lingnan.hub.interaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lingnan.hub.catalog.DivisionLimit;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.publication.HeldStates;
import lingnan.transformers.xml.XmlDocuments;
import lingnan.transformers.xml.XmlElement;
import org.springframework.stereotype.Component;

/** Answers from the state that the hub holds of a subject, and says of when it is. */
@Component
final class HeldAnswers {

    /** How many records with the keys are read at most for those of the grant's divisions. */
    private static final int MOST_READ = 10_000;

    private final HeldStates states;

    HeldAnswers(HeldStates states) {
        this.states = states;
    }

    /** @throws HubFault STATE_NOT_LOADED; TOO_MANY_RECORDS rather than leave some out unsaid */
    public Stage.LookedUp lookUp(Stage.Accepted stage) {
        Stage.Plan plan = stage.plan();
        HeldStates.Found found = find(plan, Payloads.MOST_RECORDS, record -> true);
        Set<String> divisions = stage.authorised().grant().divisions();
        if (found.isMore() && !divisions.isEmpty()) {
            // Records of other divisions neither keep a caller from those of its own nor are told of by a fault.
            found = find(plan, MOST_READ, within(plan.subject(), divisions));
        }
        if (found.isMore()) {
            throw new HubFault(
                    FaultCode.TOO_MANY_RECORDS, "more than " + Payloads.MOST_RECORDS + " records have these keys");
        }
        return new Stage.LookedUp(
                stage,
                Payloads.answer(plan.subject().namespace(), found.asOf(), found.records()),
                found.asOf(),
                found.load());
    }

    private HeldStates.Found find(Stage.Plan plan, int read, Predicate<byte[]> wanted) {
        Optional<HeldStates.Found> found =
                Durable.ask(() -> states.find(plan.subject(), plan.keys(), Payloads.MOST_RECORDS, read, wanted));
        return found.orElseThrow(() -> new HubFault(
                FaultCode.STATE_NOT_LOADED,
                "no state of " + plan.subject().code() + " v" + plan.subject().version() + " has been loaded"));
    }

    private static Predicate<byte[]> within(Subject subject, Set<String> divisions) {
        List<String> fields = DivisionLimit.fields(subject);
        DivisionLimit limit = DivisionLimit.of(divisions);
        return record -> XmlElement.parse(XmlDocuments.text(record)).children().stream()
                .anyMatch(field -> fields.contains(field.name().getLocalPart()) && limit.covers(field.text()));
    }
}
