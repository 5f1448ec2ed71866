package lingnan.hub.interaction;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;

/** The entries that end an asynchronous question of which no stage of a flow is left. */
final class AskEntries {

    /** What was said of the question when it was accepted, and still holds at its end. */
    private static final Set<Fact> KEPT = EnumSet.of(
            Fact.CLIENT, Fact.PROVIDER, Fact.SERVICE, Fact.SUBJECT, Fact.OPERATION, Fact.MODE, Fact.PURPOSE, Fact.CASE);

    private AskEntries() {}

    static Entry inDoubt(MessageId message, Instant now) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.OUTCOME, FaultCode.IN_DOUBT.wireName());
        facts.put(Fact.DETAIL, "the provider was called but the result could not be logged");
        return new Entry(EntryKind.IN_DOUBT, message, now, facts, List.of(), List.of());
    }

    /** Its request is gone, so nobody can be asked. */
    static Entry erased(MessageId message, List<LoggedEntry> entries, Instant now) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        entries.stream()
                .filter(entry -> entry.kind() == EntryKind.ACCEPTED)
                .findFirst()
                .map(LoggedEntry::facts)
                .ifPresent(accepted -> KEPT.stream()
                        .filter(fact -> accepted.containsKey(fact.wireName()))
                        .forEach(fact -> facts.put(fact, String.valueOf(accepted.get(fact.wireName())))));
        facts.put(Fact.OUTCOME, FaultCode.ERASED.wireName());
        facts.put(Fact.DETAIL, "its request was erased before the provider was asked");
        return new Entry(EntryKind.FAILED, message, now, facts, List.of(), List.of());
    }
}
