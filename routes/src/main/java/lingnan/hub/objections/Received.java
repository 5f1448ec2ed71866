package lingnan.hub.objections;

import java.util.List;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
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
        Subject.Field first = subject.keys().get(0);
        if (!key.person() && !key.equals(first)) {
            throw invalid(key.name() + " may be that of many records: a record of " + subject.code() + " is named by "
                    + first.name() + " or a person's key");
        }
        field(subject, doubt.field());
        LoggedEntry answered = answered(objector, subject, doubt);
        if (answered.withholds(doubt.field()) && !doubt.field().equals(doubt.key())) {
            throw invalid("the field " + doubt.field() + " was withheld in that answer");
        }
        if (answered.keys().isEmpty() && answered.erased() > 0) {
            throw new HubFault(FaultCode.ERASED, doubt.interaction().toString());
        }
        if (!Shown.names(answered, doubt.key(), doubt.keyValue())) {
            throw invalid("that answer held no record with this " + doubt.key());
        }
    }

    /** Strangers do not learn that there is such an interaction. */
    private LoggedEntry answered(AgencyCode objector, Subject subject, Doubt doubt) {
        LoggedEntry answered = original(objector, traces.entries(doubt.interaction())).stream()
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

    /** An answer that was given again stands where it was given first. */
    private List<LoggedEntry> original(AgencyCode objector, List<LoggedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.REPEATED)
                .filter(entry -> isOf(objector, fact(entry, Fact.CLIENT)))
                .map(entry -> fact(entry, Fact.RELATES_TO))
                .filter(first -> !first.isEmpty())
                .findFirst()
                .map(first -> traces.entries(MessageId.parse(first)))
                .orElse(entries);
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

    private static String fact(LoggedEntry entry, Fact fact) {
        return entry.facts().getOrDefault(fact.wireName(), "");
    }

    private static HubFault invalid(String why) {
        return new HubFault(FaultCode.OBJECTION_INVALID, why);
    }
}
