package lingnan.hub.grants;

import static lingnan.hub.grants.GrantRequest.State.GRANTED;
import static lingnan.hub.grants.GrantRequest.State.REFUSED;
import static lingnan.hub.grants.GrantRequest.State.REQUESTED;
import static lingnan.hub.grants.GrantRequest.State.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.GrantRules;
import lingnan.hub.catalog.SharingRule;
import lingnan.hub.catalog.SharingRule.Deadline;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantRequest.Act;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;

/** The life of grants in PostgreSQL: each step changes its row and appends its entry in one transaction, or neither. */
final class LoggedRequests implements GrantRequests {

    private final Ledger ledger;
    private final Supplier<Snapshot> city;
    private final BusinessClock clock;

    LoggedRequests(Ledger ledger, Supplier<Snapshot> city, BusinessClock clock) {
        this.ledger = ledger;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public Outcome request(AgencyCode consumer, SubjectCode subject, GrantTerms terms, Actor actor) {
        if (!actor.isOneOf(Set.of(consumer))) {
            return refused(notYours(actor + " cannot ask for a grant to " + consumer + "."));
        }
        Snapshot now = city.get();
        return ledger.change(store -> {
            Asking.Made made = new Asking(store, now, clock.today()).ask(consumer, subject, terms, actor);
            if (made instanceof Asking.Made.Stored stored) {
                GrantRequest request = stored.request();
                return step(store, request, 0, entries(now).requested(request, actor));
            }
            return ((Asking.Made.Impossible) made).refused();
        });
    }

    @Override
    public Outcome answer(String requestId, Answer answer, Actor actor) {
        Snapshot now = city.get();
        return ledger.change(store -> {
            Optional<GrantRequest> found = store.find(requestId);
            Optional<Problem> hindrance = hindrance(requestId, found, actor, now, Side.PROVIDER, "answer");
            if (found.isEmpty() || hindrance.isPresent()) {
                return refused(hindrance.orElseThrow());
            }
            return answer instanceof Answer.Give give
                    ? give(store, now, found.get(), give, actor)
                    : refuse(store, now, found.get(), ((Answer.Refuse) answer).reason(), actor);
        });
    }

    private Outcome give(GrantStore store, Snapshot now, GrantRequest request, Answer.Give give, Actor actor) {
        LocalDate today = clock.today();
        GrantTerms left = give.narrower().of(request.asked());
        GrantTerms terms = left.notBefore(today);
        Grant grant = terms.grant(request.grantId(), request.consumer(), request.subject());
        List<Problem> problems = new ArrayList<>(TermsCheck.purposes(give.narrower(), request.asked()));
        problems.addAll(TermsCheck.narrower(
                left.grant(request.grantId(), request.consumer(), request.subject()), request.asAsked()));
        problems.addAll(TermsCheck.reason(give.reason(), !left.equals(request.asked())));
        problems.addAll(TermsCheck.standing(now, request.consumer(), today));
        problems.addAll(new TermsCheck(GrantRules.of(now), today)
                .of(
                        grant,
                        GrantIndex.of(now, GrantIndex.Decided.read(store)).of(request.consumer(), request.subject())));
        Optional<Subject> subject = now.subject(request.subject(), today);
        Optional<SharingRule> rule = now.sharingRules().stream()
                .filter(one -> one.code().equals(request.rule()))
                .findFirst();
        if (rule.isEmpty() || subject.isEmpty()) {
            problems.add(TermsCheck.invalid(
                    "The city no longer has the rule " + request.rule() + " or the subject " + request.subject() + ".",
                    "Put it back, or refuse."));
        }
        if (!problems.isEmpty() || rule.isEmpty() || subject.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        Deadline share = rule.get().limits(subject.get().sharing()).share(now.calendar(), today);
        boolean atOnce = subject.get().offer().answered() == Subject.Answered.LIVE && !terms.standing();
        long version = store.version(request);
        store.settle(request, GRANTED, new Act(today, actor.toString(), give.reason()));
        store.give(request, terms, share, atOnce ? Optional.of(today) : Optional.empty());
        store.changed();
        return step(store, request, version, entries(now).given(request, terms, actor, give.reason()));
    }

    private Outcome refuse(GrantStore store, Snapshot now, GrantRequest request, String reason, Actor actor) {
        List<Problem> problems = TermsCheck.reason(reason, true);
        return problems.isEmpty() ? settle(store, now, request, REFUSED, reason, actor) : new Outcome.Refused(problems);
    }

    @Override
    public Outcome withdraw(String requestId, String reason, Actor actor) {
        Snapshot now = city.get();
        return ledger.change(store -> {
            Optional<GrantRequest> found = store.find(requestId);
            Optional<Problem> hindrance = hindrance(requestId, found, actor, now, Side.CONSUMER, "withdraw")
                    .or(() -> TermsCheck.reason(reason, false).stream().findFirst());
            return found.isEmpty() || hindrance.isPresent()
                    ? refused(hindrance.orElseThrow())
                    : settle(store, now, found.get(), WITHDRAWN, reason, actor);
        });
    }

    private Outcome settle(
            GrantStore store,
            Snapshot now,
            GrantRequest request,
            GrantRequest.State state,
            String reason,
            Actor actor) {
        long version = store.version(request);
        store.settle(request, state, new Act(clock.today(), actor.toString(), reason));
        EntryKind kind = state == REFUSED ? EntryKind.GRANT_REFUSED : EntryKind.GRANT_WITHDRAWN;
        return step(store, request, version, entries(now).step(kind, request, actor, reason));
    }

    @Override
    public Outcome shared(String requestId, Actor actor) {
        Snapshot now = city.get();
        return ledger.change(store -> {
            Optional<GrantRequest> found = store.find(requestId);
            Optional<Problem> foreign = foreign(requestId, found, actor, now, Side.PROVIDER, "confirm");
            if (found.isEmpty() || foreign.isPresent()) {
                return refused(foreign.orElseThrow());
            }
            GrantRequest request = found.get();
            GrantRequest.Sharing sharing = request.sharing();
            if (sharing == null || sharing.since() != null || request.revoked() != null) {
                return refused(settled(request));
            }
            long version = store.version(request);
            store.share(request, clock.today());
            return step(store, request, version, entries(now).step(EntryKind.GRANT_SHARED, request, actor, ""));
        });
    }

    @Override
    public Outcome revoke(String grantId, String reason, Actor actor) {
        Snapshot now = city.get();
        return ledger.change(store -> new Revoking(ledger, store, now, clock).revoke(grantId, reason, actor));
    }

    private Outcome step(GrantStore store, GrantRequest request, long version, Entry entry) {
        return ledger.append(request.message().toString(), version, entry)
                ? new Outcome.Done(store.find(request.id()).orElseThrow())
                : refused(settled(request));
    }

    /** Why this request cannot be answered or withdrawn; empty if it can. */
    private Optional<Problem> hindrance(
            String id, Optional<GrantRequest> found, Actor actor, Snapshot now, Side doer, String act) {
        return foreign(id, found, actor, now, doer, act)
                .or(() -> found.filter(request -> request.state() != REQUESTED).map(LoggedRequests::settled));
    }

    /** A stranger does not learn that there is such a request. */
    private Optional<Problem> foreign(
            String id, Optional<GrantRequest> found, Actor actor, Snapshot now, Side doer, String act) {
        if (found.isEmpty()) {
            return Optional.of(unknown(id));
        }
        LocalDate today = clock.today();
        GrantRequest request = found.get();
        Set<AgencyCode> asking = now.actsFor(request.consumer(), today);
        Set<AgencyCode> asked = Set.of(now.answersFor(request.subject(), today).orElse(request.provider()));
        Set<AgencyCode> acting = doer == Side.CONSUMER ? asking : asked;
        if (actor.isOneOf(acting)) {
            return Optional.empty();
        }
        boolean isInvolved = actor.isOneOf(asking)
                || actor.isOneOf(asked)
                || actor.isOneOf(List.of(request.consumer(), request.provider()));
        return Optional.of(
                isInvolved
                        ? notYours("Not " + actor + " but " + names(acting) + " may " + act + " " + id + ".")
                        : unknown(id));
    }

    private static String names(Set<AgencyCode> agencies) {
        return agencies.stream().map(AgencyCode::value).collect(Collectors.joining(" or "));
    }

    private GrantEntries entries(Snapshot now) {
        return new GrantEntries(now, clock);
    }

    static Outcome refused(Problem problem) {
        return new Outcome.Refused(List.of(problem));
    }

    static Problem unknown(String id) {
        return new Problem(FaultCode.GRANT_UNKNOWN, "There is no " + id + ".", "Look in the list.");
    }

    static Problem notYours(String what) {
        return new Problem(FaultCode.GRANT_NOT_YOURS, what, "Leave it to whose it is.");
    }

    private static Problem settled(GrantRequest request) {
        Act act = request.revoked() == null ? request.settled() : request.revoked();
        String state = request.revoked() == null ? request.state().name().toLowerCase(Locale.ROOT) : "revoked";
        return new Problem(
                FaultCode.GRANT_SETTLED,
                request.id() + " is " + state + (act == null ? "" : " since " + act.on()) + ".",
                "Ask anew if a grant is still needed.");
    }

    @Override
    public List<GrantRequest> list(Filter filter) {
        GrantStore.Own own = filter.involving() == null ? GrantStore.Own.NOBODY : own(filter.involving());
        return ledger.read(store -> store.list(filter, own));
    }

    private GrantStore.Own own(AgencyCode agency) {
        Snapshot now = city.get();
        LocalDate today = clock.today();
        return new GrantStore.Own(
                now.bodiesOf(agency, today),
                now.subjects().stream()
                        .map(Subject::code)
                        .filter(code -> now.answersFor(code, today).stream().anyMatch(agency::equals))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<GrantRequest> find(String id) {
        return ledger.read(store -> store.find(id));
    }

    @Override
    public Optional<Revocation> revocation(String grantId) {
        return ledger.read(store -> store.revocation(grantId));
    }

    @Override
    public List<Revocation> revocations() {
        return ledger.read(GrantStore::revocations);
    }
}
