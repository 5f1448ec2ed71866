package lingnan.hub.objections;

import java.util.Arrays;
import java.util.List;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;

/** Whether an agency received what it doubts: only what the log says it was shown can be objected to. */
final class Received {

    private final Traces traces;

    Received(Traces traces) {
        this.traces = traces;
    }

    /** @throws HubFault UNKNOWN_MESSAGE for an interaction that is not the objector's, ERASED, or OBJECTION_INVALID */
    void require(AgencyCode objector, Subject subject, Doubt doubt) {
        Subject.Field key = field(subject, doubt.key());
        if (!key.key()) {
            throw invalid(doubt.key() + " is no key of " + subject.code());
        }
        field(subject, doubt.field());
        LoggedEntry answered = answered(objector, subject, doubt);
        if (withheld(answered).contains(doubt.field())) {
            throw invalid("the field " + doubt.field() + " was withheld in that answer");
        }
        if (answered.keys().isEmpty() && answered.erased() > 0) {
            throw new HubFault(FaultCode.ERASED, doubt.interaction().toString());
        }
        boolean isShown = answered.keys().stream()
                .anyMatch(shown ->
                        shown.type().equals(doubt.key()) && shown.value().equals(doubt.keyValue()));
        if (!isShown) {
            throw invalid("that answer held no record with this " + doubt.key());
        }
    }

    /** Strangers do not learn that there is such an interaction. */
    private LoggedEntry answered(AgencyCode objector, Subject subject, Doubt doubt) {
        LoggedEntry answered = traces.entries(doubt.interaction()).stream()
                .filter(entry -> entry.kind() == EntryKind.ANSWERED)
                .filter(entry -> isOf(objector, fact(entry, Fact.CLIENT)))
                .findFirst()
                .orElseThrow(() -> new HubFault(
                        FaultCode.UNKNOWN_MESSAGE,
                        "no answered interaction " + doubt.interaction() + " of " + objector));
        if (!fact(answered, Fact.SUBJECT).equals(subject.code().value())) {
            throw invalid("that interaction was about another subject than " + subject.code());
        }
        return answered;
    }

    /** Whether a subsystem, as facts write it, is of an agency. */
    static boolean isOf(AgencyCode agency, String subsystem) {
        String[] parts = subsystem.split("/");
        return parts.length > 2 && parts[2].equals(agency.value());
    }

    private static Subject.Field field(Subject subject, String name) {
        return subject.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("there is no field " + name + " in " + subject.code()));
    }

    private static List<String> withheld(LoggedEntry answered) {
        return Arrays.asList(fact(answered, Fact.WITHHELD).split(" "));
    }

    private static String fact(LoggedEntry entry, Fact fact) {
        return entry.facts().getOrDefault(fact.wireName(), "");
    }

    private static HubFault invalid(String why) {
        return new HubFault(FaultCode.OBJECTION_INVALID, why);
    }
}
