package lingnan.hub.messagelog;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lingnan.hub.kernel.MessageId;

/** The entries by which the log itself closes interactions that nobody else will close. */
final class Closings {

    private final Vault vault;
    private final UUID hub;

    Closings(Vault vault, UUID hub) {
        this.vault = vault;
        this.hub = hub;
    }

    /** The acceptance became durable after its caller had been told that the log was unavailable. */
    Prepared givenUp(Entry accepted) {
        Map<Fact, String> facts = facts("given_up");
        return Prepared.of(
                new Entry(EntryKind.IN_DOUBT, accepted.message(), accepted.businessTime(), facts, List.of(), List.of()),
                vault,
                null);
    }

    /** The hub that had accepted or was calling ended before the interaction did. */
    Entry interrupted(MessageId message, Instant businessTime, String relatesTo) {
        Map<Fact, String> facts = facts("interrupted");
        facts.put(Fact.RELATES_TO, relatesTo);
        return new Entry(EntryKind.IN_DOUBT, message, businessTime, facts, List.of(), List.of());
    }

    private Map<Fact, String> facts(String reason) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.OUTCOME, "in_doubt");
        facts.put(Fact.REASON, reason);
        facts.put(Fact.HUB, hub.toString());
        return facts;
    }
}
