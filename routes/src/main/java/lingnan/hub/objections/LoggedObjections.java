package lingnan.hub.objections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import lingnan.hub.catalog.SharingRule;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Traces;
import lingnan.hub.objections.Objection.State;
import lingnan.hub.objections.ObjectionStore.Told;

/** Objections in PostgreSQL: each step changes its row and appends its entries in one transaction, or neither. */
final class LoggedObjections implements Objections {

    private final ObjectionLedger ledger;
    private final Dossiers dossiers;
    private final Traces traces;
    private final Supplier<Snapshot> city;
    private final BusinessClock clock;
    private final Optional<byte[]> command;

    LoggedObjections(ObjectionLedger ledger, Traces traces, Supplier<Snapshot> city, BusinessClock clock) {
        this(ledger, traces, city, clock, Optional.empty());
    }

    private LoggedObjections(
            ObjectionLedger ledger,
            Traces traces,
            Supplier<Snapshot> city,
            BusinessClock clock,
            Optional<byte[]> command) {
        this.ledger = ledger;
        this.dossiers = new Dossiers(traces);
        this.traces = traces;
        this.city = city;
        this.clock = clock;
        this.command = command;
    }

    @Override
    public Objections under(byte[] same) {
        return new LoggedObjections(ledger, traces, city, clock, Optional.of(same));
    }

    /** The command is known as carried out if and only if the objection changed. */
    private Objection once(Function<ObjectionStore, Objection> act) {
        return ledger.change(store -> {
            Optional<String> before = command.flatMap(store::take);
            if (before.isPresent()) {
                return store.find(before.get()).orElseThrow();
            }
            Objection done = act.apply(store);
            command.ifPresent(same -> store.carriedOut(same, done.id()));
            return done;
        });
    }

    @Override
    public Objection file(AgencyCode objector, Doubt doubt, Actor actor) {
        return once(store -> filed(store, objector, doubt, actor));
    }

    private Objection filed(ObjectionStore store, AgencyCode objector, Doubt doubt, Actor actor) {
        Snapshot now = city.get();
        LocalDate today = clock.today();
        Subject subject = now.subject(doubt.subject(), today)
                .orElseThrow(() -> new HubFault(FaultCode.UNKNOWN_SERVICE, "no subject " + doubt.subject()));
        AgencyCode provider = now.answersFor(subject.code(), today).orElse(subject.provider());
        if (provider.equals(objector)) {
            throw new HubFault(FaultCode.OBJECTION_NOT_YOURS, "an agency corrects its own records by itself");
        }
        if (!doubt.believed().isEmpty() && doubt.seen().equals(doubt.believed())) {
            throw new HubFault(FaultCode.OBJECTION_INVALID, "the value believed is the value seen");
        }
        new Received(traces).require(objector, subject, doubt);
        SharingRule rule = rule(now, today);
        long number = store.nextNumber("objection");
        Objection objection = new Objection(
                "O-" + today.getYear() + "-" + number,
                MessageId.next(Clock.systemUTC()),
                objector,
                provider,
                subject.code(),
                doubt.interaction(),
                doubt.field(),
                State.OPEN,
                today,
                actor.toString(),
                rule.code(),
                rule.objection().answer(now.calendar(), today),
                null);
        store.insert(number, objection);
        ledger.append(objection, entries(now).filed(objection, doubt, isPerson(subject, doubt), actor.toString()));
        return objection;
    }

    @Override
    public Objection answer(String id, Verdict verdict, String reason, Actor actor) {
        Refusals.requireWords(reason, "reason");
        Snapshot now = city.get();
        return once(store -> {
            Objection objection = open(store, id, actor, now);
            SortedMap<AgencyCode, Boolean> told = told(objection, verdict, now);
            if (verdict == Verdict.MORE_NEEDED) {
                store.state(id, State.MORE_NEEDED);
            } else {
                store.settle(id, State.valueOf(verdict.name()), clock.today());
            }
            ledger.append(
                    objection, entries(now).said(ObjectionEntries.kind(verdict), objection, actor.toString(), reason));
            told.forEach((agency, named) -> notice(store, objection, verdict, agency, named, now));
            return store.find(id).orElseThrow();
        });
    }

    private void notice(
            ObjectionStore store,
            Objection objection,
            Verdict verdict,
            AgencyCode agency,
            boolean named,
            Snapshot now) {
        long number = store.nextNumber("notice");
        String id = "N-" + clock.today().getYear() + "-" + number;
        store.insert(number, new Told(id, objection.id(), agency, verdict, clock.today(), named, Optional.empty()));
        ledger.append(objection, entries(now).noticed(EntryKind.NOTICE_GIVEN, objection, id, agency, "hub"));
    }

    /**
     * A correction concerns all who were shown the record, everything else the objector alone. Asked before anything is
     * appended: the log may be searched for long, and the lane stands still from the first entry on.
     */
    private SortedMap<AgencyCode, Boolean> told(Objection objection, Verdict verdict, Snapshot now) {
        SortedMap<AgencyCode, Boolean> told = new TreeMap<>();
        if (verdict == Verdict.ACCEPTED) {
            Optional<Doubt> doubt = dossiers.of(objection).doubt();
            Optional<Subject> subject = now.subject(objection.subject(), clock.today());
            if (doubt.isPresent() && subject.isPresent()) {
                told.putAll(new Receivers(traces, now, clock.today()).of(subject.get(), doubt.get()));
            }
        }
        parties(now).objecting(objection).forEach(agency -> told.put(agency, true));
        return told;
    }

    @Override
    public Objection add(String id, String evidence, Actor actor) {
        Refusals.requireWords(evidence, "evidence");
        Snapshot now = city.get();
        LocalDate today = clock.today();
        return once(store -> {
            Objection objection = store.hold(id).orElseThrow(() -> Refusals.unknown(id));
            Parties parties = parties(now);
            parties.require(actor, parties.objecting(objection), objection, "add to");
            if (objection.state() != State.MORE_NEEDED) {
                throw Refusals.settled(objection, "its provider has not asked for more");
            }
            store.reopen(id, rule(now, objection).objection().answer(now.calendar(), today));
            ledger.append(
                    objection, entries(now).said(EntryKind.OBJECTION_ADDED, objection, actor.toString(), evidence));
            return store.find(id).orElseThrow();
        });
    }

    @Override
    public List<Dossier> list(Filter filter) {
        return ledger.read(store -> store.list(filter, own(filter))).stream()
                .map(dossiers::of)
                .toList();
    }

    @Override
    public List<Objection> overview(Filter filter) {
        return ledger.read(store -> store.list(filter, own(filter)));
    }

    @Override
    public Optional<Dossier> find(String id) {
        return ledger.read(store -> store.find(id)).map(dossiers::of);
    }

    @Override
    public List<Notice> notices(AgencyCode agency, boolean onlyWaiting) {
        Set<AgencyCode> bodies = city.get().bodiesOf(agency, clock.today());
        return ledger.read(store -> store.notices(bodies, onlyWaiting)).stream()
                .map(this::notice)
                .toList();
    }

    @Override
    public Notice acknowledge(String id, Actor actor) {
        Snapshot now = city.get();
        Told told = ledger.change(store -> {
            Told notice = store.notice(id)
                    .filter(found -> actor.isOneOf(now.actsFor(found.agency(), clock.today())))
                    .orElseThrow(() -> Refusals.unknown(id));
            Objection objection = store.hold(notice.objection()).orElseThrow();
            if (store.acknowledge(id, clock.today(), actor.toString())) {
                ledger.append(
                        objection,
                        entries(now)
                                .noticed(
                                        EntryKind.NOTICE_ACKNOWLEDGED,
                                        objection,
                                        id,
                                        notice.agency(),
                                        actor.toString()));
            }
            return store.notice(id).orElseThrow();
        });
        return notice(told);
    }

    private Notice notice(Told told) {
        Objection objection = ledger.read(store -> store.find(told.objection())).orElseThrow();
        return dossiers.notice(told, objection);
    }

    private Objection open(ObjectionStore store, String id, Actor actor, Snapshot now) {
        Objection objection = store.hold(id).orElseThrow(() -> Refusals.unknown(id));
        Parties parties = parties(now);
        parties.require(actor, Set.of(parties.answering(objection)), objection, "answer");
        if (objection.state() != State.OPEN) {
            throw Refusals.settled(objection, "it does not wait for an answer");
        }
        return objection;
    }

    private ObjectionStore.Own own(Filter filter) {
        return filter.involving().map(agency -> parties(city.get()).own(agency)).orElse(ObjectionStore.Own.NOBODY);
    }

    private Parties parties(Snapshot now) {
        return new Parties(now, clock.today());
    }

    private static boolean isPerson(Subject subject, Doubt doubt) {
        return subject.fields().stream().anyMatch(field -> field.name().equals(doubt.key()) && field.person());
    }

    private static SharingRule rule(Snapshot now, LocalDate day) {
        return now.sharingRule(day)
                .orElseThrow(() -> new HubFault(FaultCode.OBJECTION_INVALID, "no sharing rule holds on " + day));
    }

    private static SharingRule rule(Snapshot now, Objection objection) {
        return now.sharingRules().stream()
                .filter(rule -> rule.code().equals(objection.rule()))
                .findFirst()
                .orElseGet(() -> rule(now, objection.filedOn()));
    }

    private ObjectionEntries entries(Snapshot now) {
        return new ObjectionEntries(now, clock);
    }
}
