package lingnan.hub.grants;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.grants.GrantRequests.Problem;
import lingnan.hub.grants.GrantRequests.Revocation;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;

/** Ends a grant, whether it was given on request or stands in the city's files, inside one transaction. */
final class Revoking {

    private final Ledger ledger;
    private final GrantStore store;
    private final Snapshot city;
    private final BusinessClock clock;

    Revoking(Ledger ledger, GrantStore store, Snapshot city, BusinessClock clock) {
        this.ledger = ledger;
        this.store = store;
        this.city = city;
        this.clock = clock;
    }

    Outcome revoke(String grantId, String reason, Actor actor) {
        Optional<GrantRequest> request =
                store.find(grantId).filter(found -> found.grantId().equals(grantId));
        Optional<Grant> grant = request.flatMap(found -> Optional.ofNullable(found.given()))
                .or(() -> city.grants().stream()
                        .filter(stated -> stated.id().equals(grantId))
                        .findFirst());
        if (grant.isEmpty()) {
            return LoggedRequests.refused(LoggedRequests.unknown(grantId));
        }
        AgencyCode provider = provider(grant.get(), request);
        List<Problem> problems = problems(grant.get(), provider, reason, actor);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        Revocation revocation = new Revocation(
                grantId, grant.get().consumer(), grant.get().subject(), clock.today(), actor.toString(), reason);
        MessageId message = request.map(GrantRequest::message).orElseGet(() -> MessageId.next(Clock.systemUTC()));
        store.revoke(revocation, message);
        store.changed();
        return append(request, message, revocation, provider, actor)
                ? new Outcome.Revoked(revocation)
                : new Outcome.Refused(List.of(settled(grantId, "")));
    }

    private boolean append(
            Optional<GrantRequest> request,
            MessageId message,
            Revocation revocation,
            AgencyCode provider,
            Actor actor) {
        GrantEntries entries = new GrantEntries(city, clock);
        if (request.isEmpty()) {
            return ledger.append(message.toString(), 0, entries.revoked(message, revocation, provider));
        }
        long version = store.version(request.get());
        store.bump(request.get());
        Entry entry = entries.step(EntryKind.GRANT_REVOKED, request.get(), actor, revocation.reason());
        return ledger.append(message.toString(), version, entry);
    }

    private List<Problem> problems(Grant grant, AgencyCode provider, String reason, Actor actor) {
        if (!actor.isOneOf(Set.of(provider))) {
            boolean isConsumer = actor.isOneOf(Set.of(grant.consumer()))
                    || actor.isOneOf(city.actsFor(grant.consumer(), clock.today()));
            return List.of(
                    isConsumer
                            ? LoggedRequests.notYours(
                                    "Not " + actor + " but " + provider + " may revoke " + grant.id() + ".")
                            : LoggedRequests.unknown(grant.id()));
        }
        Optional<Revocation> before = store.revocation(grant.id());
        if (before.isPresent()) {
            return List.of(settled(grant.id(), " on " + before.get().on()));
        }
        if (grant.endedBefore(clock.today())) {
            return List.of(new Problem(
                    FaultCode.GRANT_SETTLED,
                    grant.id() + " expired on " + grant.validTo() + ".",
                    "Nothing is left to do."));
        }
        return TermsCheck.reason(reason, true);
    }

    private static Problem settled(String grantId, String when) {
        return new Problem(FaultCode.GRANT_SETTLED, grantId + " was revoked" + when + ".", "Nothing is left to do.");
    }

    private AgencyCode provider(Grant grant, Optional<GrantRequest> request) {
        return city.answersFor(grant.subject(), clock.today())
                .or(() -> request.map(GrantRequest::provider))
                .orElseThrow();
    }
}
