package lingnan.hub.trace;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;

/** The part of a message's way that an agency may see: what it sent and received itself, never the other side's. */
enum Leg {
    /** It had no part in the message. */
    NONE(Set.of(), Set.of(), Set.of()),

    /** It asked: the request as received from it and the answer as given to it. */
    CLIENT(
            EnumSet.complementOf(EnumSet.of(
                    EntryKind.CALLING,
                    EntryKind.LOOKED,
                    EntryKind.ADMINISTERED,
                    EntryKind.REFUSALS_COUNTED,
                    EntryKind.NOTICE_GIVEN,
                    EntryKind.NOTICE_ACKNOWLEDGED)),
            EnumSet.of(Body.Role.REQUEST_RECEIVED, Body.Role.ANSWER_SENT),
            EnumSet.complementOf(EnumSet.of(Fact.STEPS, Fact.HUB))),

    /** It was asked: the request as sent to it and the answer as received from it. */
    PROVIDER(
            EnumSet.of(
                    EntryKind.ACCEPTED,
                    EntryKind.CALLING,
                    EntryKind.ANSWERED,
                    EntryKind.FAILED,
                    EntryKind.IN_DOUBT,
                    EntryKind.ERASED),
            EnumSet.of(Body.Role.REQUEST_SENT, Body.Role.ANSWER_RECEIVED),
            EnumSet.of(
                    Fact.CLIENT,
                    Fact.PROVIDER,
                    Fact.SUBJECT,
                    Fact.OPERATION,
                    Fact.SERVICE,
                    Fact.OUTCOME,
                    Fact.PURPOSE,
                    Fact.LEGAL_BASIS,
                    Fact.CASE,
                    Fact.MODE,
                    Fact.ATTEMPT,
                    Fact.REASON)),

    /** It asked itself. */
    BOTH(
            EnumSet.complementOf(EnumSet.of(
                    EntryKind.LOOKED,
                    EntryKind.ADMINISTERED,
                    EntryKind.REFUSALS_COUNTED,
                    EntryKind.NOTICE_GIVEN,
                    EntryKind.NOTICE_ACKNOWLEDGED)),
            EnumSet.complementOf(EnumSet.of(Body.Role.ANSWER_CANONICAL)),
            EnumSet.complementOf(EnumSet.of(Fact.STEPS, Fact.HUB))),

    /** A grant was asked of one by the other: both see all of it. */
    GRANT(
            EnumSet.range(EntryKind.GRANT_REQUESTED, EntryKind.GRANT_EXPIRED),
            EnumSet.of(Body.Role.REQUEST_RECEIVED),
            EnumSet.complementOf(EnumSet.of(Fact.STEPS, Fact.HUB)));

    private final Set<EntryKind> kinds;
    private final Set<Body.Role> roles;
    private final Set<String> facts;

    Leg(Set<EntryKind> kinds, Set<Body.Role> roles, Set<Fact> facts) {
        this.kinds = kinds;
        this.roles = roles;
        this.facts = facts.stream().map(Fact::wireName).collect(Collectors.toUnmodifiableSet());
    }

    static Leg of(SubsystemId caller, List<LoggedEntry> entries) {
        boolean client = entries.stream().anyMatch(entry -> isOf(caller, fact(entry, Fact.CLIENT)));
        boolean accepted = entries.stream().anyMatch(entry -> entry.kind() == EntryKind.ACCEPTED);
        boolean provider = accepted && entries.stream().anyMatch(entry -> isOf(caller, fact(entry, Fact.PROVIDER)));
        if (entries.stream().anyMatch(entry -> GRANT.kinds.contains(entry.kind()))) {
            boolean asked = entries.stream().anyMatch(entry -> isOf(caller, fact(entry, Fact.PROVIDER)));
            return client || asked ? GRANT : NONE;
        }
        if (client) {
            return provider ? BOTH : CLIENT;
        }
        return provider ? PROVIDER : NONE;
    }

    /** Whether a subsystem, written as a fact, belongs to the caller's agency. */
    static boolean isOf(SubsystemId caller, String subsystem) {
        String member = caller.instance() + "/" + caller.memberClass() + "/" + caller.agency();
        return subsystem.equals(member) || subsystem.startsWith(member + "/");
    }

    List<LoggedEntry> cut(List<LoggedEntry> entries, boolean bodies) {
        return entries.stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .map(entry -> cut(entry, bodies))
                .toList();
    }

    private LoggedEntry cut(LoggedEntry entry, boolean bodies) {
        Map<String, String> own = new TreeMap<>(entry.facts());
        own.keySet().retainAll(facts);
        List<Body> seen = bodies
                ? entry.bodies().stream()
                        .filter(body -> roles.contains(body.role()))
                        .toList()
                : List.of();
        return new LoggedEntry(
                entry.position(),
                entry.kind(),
                entry.message(),
                entry.businessTime(),
                own,
                seen,
                List.of(),
                entry.erased());
    }

    private static String fact(LoggedEntry entry, Fact fact) {
        return entry.facts().getOrDefault(fact.wireName(), "");
    }
}
