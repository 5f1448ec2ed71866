package lingnan.hub.objections;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import lingnan.hub.objections.Dossier.Said;
import lingnan.hub.objections.Notice.RecordKey;
import lingnan.hub.objections.ObjectionStore.Told;

/** Reads from the log what was said about an objection. */
final class Dossiers {

    private static final Map<EntryKind, String> SAID = new EnumMap<>(Map.of(
            EntryKind.OBJECTION_ACCEPTED, "ACCEPTED",
            EntryKind.OBJECTION_REJECTED, "REJECTED",
            EntryKind.OBJECTION_MORE_NEEDED, "MORE_NEEDED",
            EntryKind.OBJECTION_ADDED, "ADDED"));

    private final Traces traces;

    Dossiers(Traces traces) {
        this.traces = traces;
    }

    Dossier of(Objection objection) {
        List<LoggedEntry> entries = traces.entries(objection.message());
        List<Said> said = entries.stream()
                .filter(entry -> SAID.containsKey(entry.kind()))
                .map(entry -> new Said(
                        SAID.getOrDefault(entry.kind(), ""),
                        LocalDate.ofInstant(entry.businessTime(), BusinessClock.ZONE),
                        entry.facts().getOrDefault(Fact.ACTOR.wireName(), ""),
                        ObjectionEntries.words(entry)))
                .toList();
        return new Dossier(objection, doubt(entries), said);
    }

    Notice notice(Told told, Objection objection) {
        return new Notice(
                told.id(),
                objection.id(),
                told.agency(),
                objection.provider(),
                objection.subject(),
                objection.field(),
                told.outcome(),
                told.on(),
                told.acknowledgedOn().orElse(null),
                told.named() ? record(objection) : Optional.empty());
    }

    private Optional<RecordKey> record(Objection objection) {
        return doubt(traces.entries(objection.message())).map(doubt -> new RecordKey(doubt.key(), doubt.keyValue()));
    }

    private static Optional<Doubt> doubt(List<LoggedEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.OBJECTION_FILED)
                .findFirst()
                .flatMap(ObjectionEntries::doubt);
    }
}
