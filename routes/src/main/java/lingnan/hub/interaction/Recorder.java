package lingnan.hub.interaction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogPosition;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Modes;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an interaction's two durable entries: that it was accepted, and what it was answered. */
@Component
final class Recorder {

    private final MessageLog log;
    private final BusinessClock clock;
    private final Envelopes envelopes;
    private final Closings closings;
    private final Asks asks;
    private final Results results;

    Recorder(MessageLog log, BusinessClock clock, Envelopes envelopes, Closings closings, Asks asks, Results results) {
        this.log = log;
        this.clock = clock;
        this.envelopes = envelopes;
        this.closings = closings;
        this.asks = asks;
        this.results = results;
    }

    /** The promise: after this the hub answers for the interaction. */
    public Stage.Accepted accept(Stage.Authorised stage, @ExchangeProperty(StepTimes.PROPERTY) StepTimes steps) {
        Map<Fact, String> facts = facts(stage);
        facts.put(Fact.MODE, stage.isAsynchronous() ? Modes.ASYNCHRONOUS : Modes.SYNCHRONOUS);
        facts.put(Fact.STEPS, steps.toString());
        List<Key> keys = new ArrayList<>(stage.plan().keys());
        keys.addAll(headerKeys(stage.arrival()));
        Entry entry = new Entry(
                EntryKind.ACCEPTED,
                stage.arrival().message(),
                clock.now(),
                facts,
                List.of(stage.arrival().received()),
                keys);
        return new Stage.Accepted(stage, Durable.await(log.append(entry)));
    }

    /**
     * An asynchronous interaction is about to call its provider; null if another consumer was first. A state is only
     * read, and reading it twice does no harm: there is nothing to claim then, and never any doubt.
     */
    public Stage.@Nullable Accepted claim(
            Stage.Authorised stage, @ExchangeProperty(StepTimes.PROPERTY) StepTimes steps) {
        if (stage.plan().isHeld()) {
            return new Stage.Accepted(stage, results.acceptedAt(stage.arrival().message()));
        }
        Map<Fact, String> facts = facts(stage);
        facts.put(Fact.MODE, Modes.ASYNCHRONOUS);
        facts.put(Fact.STEPS, steps.toString());
        Entry calling =
                new Entry(EntryKind.CALLING, stage.arrival().message(), clock.now(), facts, List.of(), List.of());
        return asks.claim(calling)
                .map(position -> new Stage.Accepted(stage, position))
                .orElse(null);
    }

    /** For the flow's choice. */
    public boolean isAsynchronous(Stage.Accepted stage) {
        return stage.isAsynchronous();
    }

    /** An asynchronous caller goes home with a receipt: the position in the log. */
    public Reply receipt(Stage.Accepted stage) {
        LogPosition position = stage.position();
        closings.settle(stage.authorised(), true);
        return envelopes.answer(
                stage.arrival(),
                stage.authorised().plan().id(),
                Payloads.receipt(
                        stage.authorised().plan().subject().namespace(),
                        stage.arrival().message(),
                        position));
    }

    /** The result, with the very bytes that are sent, before they are sent. */
    public Reply conclude(Stage.Cut stage, @ExchangeProperty(StepTimes.PROPERTY) StepTimes steps) {
        Stage.Accepted accepted = stage.accepted();
        Reply reply = envelopes.answer(accepted.arrival(), accepted.plan().id(), stage.shown());
        Map<Fact, String> facts = facts(accepted.authorised());
        facts.put(Fact.OUTCOME, "ok");
        facts.put(Fact.STEPS, steps.toString());
        if (!stage.withheld().isEmpty()) {
            facts.put(Fact.WITHHELD, String.join(" ", stage.withheld()));
        }
        List<Body> bodies = new ArrayList<>();
        if (stage.answer() instanceof Stage.LookedUp held) {
            facts.put(Fact.AS_OF, Payloads.local(held.asOf()));
            facts.put(Fact.RELATES_TO, held.load().toString());
        } else if (stage.answer() instanceof Stage.Understood understood) {
            bodies.add(sent(understood.heard().translated()));
            bodies.add(heard(understood.heard()));
        }
        bodies.add(new Body(
                Body.Role.ANSWER_CANONICAL,
                "text/xml; charset=UTF-8",
                stage.answer().canonical()));
        bodies.add(new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body()));
        closings.close(
                stage.arrival(),
                new Entry(
                        EntryKind.ANSWERED,
                        accepted.arrival().message(),
                        clock.now(),
                        facts,
                        bodies,
                        stage.checked().keys()));
        closings.settle(accepted.authorised(), true);
        return reply;
    }

    /** The keys that come from the headers: by them a case or a caller's own id is found. */
    static List<Key> headerKeys(Arrival arrival) {
        List<Key> keys = new ArrayList<>();
        arrival.headers().caseNumber().ifPresent(number -> keys.add(new Key("caseNumber", number, false)));
        arrival.headers().id().ifPresent(id -> keys.add(new Key("clientMessageId", id, false)));
        return keys;
    }

    static Body sent(Stage.Translated stage) {
        return new Body(
                Body.Role.REQUEST_SENT,
                stage.request().contentType(),
                stage.request().body());
    }

    static Body heard(Stage.Heard stage) {
        return new Body(
                Body.Role.ANSWER_RECEIVED,
                stage.answer().contentType(),
                stage.answer().body());
    }

    /** What is known of an interaction that ends here, wherever that is. */
    static Map<Fact, String> factsSoFar(Stage stage) {
        return stage.whenAuthorised()
                .map(Recorder::facts)
                .orElseGet(() -> stage instanceof Stage.Planned planned
                        ? plannedFacts(planned.arrival(), planned.plan())
                        : arrivalFacts(stage.arrival()));
    }

    private static Map<Fact, String> plannedFacts(Arrival arrival, Stage.Plan plan) {
        Map<Fact, String> facts = arrivalFacts(arrival);
        facts.put(Fact.PROVIDER, plan.id().provider().toString());
        facts.put(Fact.SERVICE, plan.id().toString());
        return facts;
    }

    static Map<Fact, String> facts(Stage.Authorised stage) {
        Map<Fact, String> facts = plannedFacts(stage.arrival(), stage.plan());
        facts.put(Fact.GRANT, stage.grant().grantId());
        facts.put(
                Fact.LEGAL_BASIS,
                stage.arrival().headers().legalBasis().orElse(stage.grant().legalBasis()));
        return facts;
    }

    static Map<Fact, String> arrivalFacts(Arrival arrival) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        Headers headers = arrival.headers();
        facts.put(
                Fact.CLIENT,
                headers.client().orElse(arrival.caller().subsystem()).toString());
        facts.put(Fact.STRENGTH, arrival.caller().strength().name().toLowerCase(Locale.ROOT));
        facts.put(Fact.REMOTE, arrival.remoteAddress());
        facts.put(Fact.SUBJECT, arrival.subject().value());
        facts.put(Fact.OPERATION, arrival.operationName());
        headers.purpose().ifPresent(text -> facts.put(Fact.PURPOSE, text));
        headers.caseNumber().ifPresent(text -> facts.put(Fact.CASE, text));
        headers.userId().ifPresent(text -> facts.put(Fact.USER, text));
        headers.issue().ifPresent(text -> facts.put(Fact.ISSUE, text));
        headers.id().ifPresent(text -> facts.put(Fact.CLIENT_MESSAGE_ID, text));
        return facts;
    }
}
