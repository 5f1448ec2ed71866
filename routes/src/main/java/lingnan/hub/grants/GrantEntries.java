package lingnan.hub.grants;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;

/**
 * The entries of a grant's life: by whom and why as facts, for ever: who has a right and why is what is audited. The terms as a
 * body. Found by the ids of request and grant.
 */
final class GrantEntries {

    private final Snapshot city;
    private final BusinessClock clock;

    GrantEntries(Snapshot city, BusinessClock clock) {
        this.city = city;
        this.clock = clock;
    }

    Entry requested(GrantRequest request, Actor actor) {
        Map<Fact, String> facts = facts(request, actor.toString(), "");
        facts.put(Fact.PURPOSE, TermsText.purposes(request.asked()));
        facts.put(
                Fact.DETAIL,
                TermsText.line(request.asked()) + "; answer due "
                        + request.answerBy().due() + " by " + request.rule());
        return entry(EntryKind.GRANT_REQUESTED, request, facts, List.of(body(request.asked())));
    }

    Entry given(GrantRequest request, GrantTerms given, Actor actor, String reason) {
        Map<Fact, String> facts = facts(request, actor.toString(), reason);
        facts.put(Fact.PURPOSE, TermsText.purposes(given));
        facts.put(Fact.OUTCOME, given.equals(request.asked().notBefore(clock.today())) ? "as_asked" : "narrower");
        facts.put(Fact.DETAIL, TermsText.line(given));
        return entry(EntryKind.GRANT_GIVEN, request, facts, List.of(body(given)));
    }

    /** Of steps that say nothing but who took them and why. */
    Entry step(EntryKind kind, GrantRequest request, Actor actor, String reason) {
        return entry(kind, request, facts(request, actor.toString(), reason), List.of());
    }

    /** What a clock has to say, which nobody did. */
    Entry rung(EntryKind kind, GrantRequest request, String detail) {
        Map<Fact, String> facts = facts(request, "hub", "");
        facts.put(Fact.DETAIL, detail);
        return entry(kind, request, facts, List.of());
    }

    /** Of a grant that no request stands behind. */
    Entry revoked(MessageId message, GrantRequests.Revocation revocation, AgencyCode provider) {
        Map<Fact, String> facts = facts(
                consumer(revocation.consumer(), revocation.by()),
                provider,
                revocation.subject(),
                revocation.grantId(),
                revocation.by(),
                revocation.reason());
        List<Key> keys = List.of(new Key("grant", revocation.grantId(), false));
        return new Entry(EntryKind.GRANT_REVOKED, message, clock.now(), facts, List.of(), keys);
    }

    private Entry entry(EntryKind kind, GrantRequest request, Map<Fact, String> facts, List<Body> bodies) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key("grantRequest", request.id(), false));
        keys.add(new Key("grant", request.grantId(), false));
        return new Entry(kind, request.message(), clock.now(), facts, bodies, keys);
    }

    private Map<Fact, String> facts(GrantRequest request, String actor, String reason) {
        AgencyCode provider = city.answersFor(request.subject(), clock.today()).orElse(request.provider());
        return facts(
                consumer(request.consumer(), actor), provider, request.subject(), request.grantId(), actor, reason);
    }

    private Map<Fact, String> facts(
            AgencyCode consumer, AgencyCode provider, SubjectCode subject, String grant, String actor, String reason) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CLIENT, member(consumer));
        facts.put(Fact.PROVIDER, member(provider));
        facts.put(Fact.SUBJECT, subject.value());
        facts.put(Fact.OPERATION, "Grant");
        facts.put(Fact.GRANT, grant);
        facts.put(Fact.ACTOR, actor);
        if (!reason.isEmpty()) {
            facts.put(Fact.REASON, reason);
        }
        return facts;
    }

    /** Of a body that has ended, whoever acts for it: its successor has to find its own acts. */
    private AgencyCode consumer(AgencyCode asked, String actor) {
        SortedSet<AgencyCode> acting = city.actsFor(asked, clock.today());
        return acting.stream()
                .filter(agency -> agency.value().equals(actor))
                .findFirst()
                .orElse(acting.first());
    }

    private String member(AgencyCode agency) {
        return city.instance() + "/GOV/" + agency;
    }

    private static Body body(GrantTerms terms) {
        return new Body(
                Body.Role.REQUEST_RECEIVED,
                "application/json; charset=utf-8",
                TermsText.json(terms).getBytes(StandardCharsets.UTF_8));
    }
}
