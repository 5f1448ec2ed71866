package lingnan.hub.interaction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.MessageLog;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns a failed step into an entry and a fault. What was accepted is closed; what was not is refused. An interaction
 * whose provider may have acted is IN_DOUBT, never simply failed.
 */
@Component
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** With these the request was ready and did not leave the hub, so nothing is logged as sent. */
    private static final Set<FaultCode> NOTHING_SENT =
            EnumSet.of(FaultCode.PROVIDER_UNREACHABLE, FaultCode.PROVIDER_BUSY, FaultCode.PROVIDER_SUSPENDED);

    private final MessageLog log;
    private final BusinessClock clock;
    private final Envelopes envelopes;
    private final Closings closings;
    private final Asks asks;

    Refusals(MessageLog log, BusinessClock clock, Envelopes envelopes, Closings closings, Asks asks) {
        this.log = log;
        this.clock = clock;
        this.envelopes = envelopes;
        this.closings = closings;
        this.asks = asks;
    }

    public Reply refuse(
            Stage stage,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) HubFault caught,
            @ExchangeProperty(StepTimes.PROPERTY) StepTimes steps) {
        HubFault fault = asSeenByCaller(stage, caught);
        Reply reply = envelopes.fault(stage.arrival(), fault);
        Entry entry = entry(stage, fault, reply, steps);
        if (caught.code() == FaultCode.LOG_UNAVAILABLE && stage.arrival().resumed()) {
            asks.leave(stage.arrival().message());
        } else if (caught.code() == FaultCode.LOG_UNAVAILABLE) {
            log.spool(entry);
        } else {
            closings.closeOrSpool(stage.arrival(), entry);
        }
        stage.whenAuthorised().ifPresent(authorised -> closings.settle(authorised, false));
        return reply;
    }

    /** A failure that nobody foresaw: told to operations in full, to the caller as a code and the message id only. */
    public Reply fail(
            Stage stage,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception surprise,
            @ExchangeProperty(StepTimes.PROPERTY) StepTimes steps) {
        LOG.error("message {} failed unexpectedly", stage.arrival().message(), surprise);
        return refuse(stage, new HubFault(FaultCode.INTERNAL_ERROR, "the hub could not finish this", surprise), steps);
    }

    /**
     * The provider has answered and the log cannot say so: for the caller this is doubt, not a refusal. Of what was only
     * looked up nothing has happened.
     */
    private static HubFault asSeenByCaller(Stage stage, HubFault caught) {
        boolean mayHaveActed =
                stage.whenAccepted().filter(it -> !it.plan().isHeld()).isPresent();
        return mayHaveActed && caught.code() == FaultCode.LOG_UNAVAILABLE
                ? new HubFault(FaultCode.IN_DOUBT, "the provider was called but the result could not be logged", caught)
                : caught;
    }

    private Entry entry(Stage stage, HubFault fault, Reply reply, StepTimes steps) {
        Map<Fact, String> facts = Recorder.factsSoFar(stage);
        facts.put(Fact.OUTCOME, fault.code().wireName());
        if (!fault.code().quotes()) {
            facts.put(Fact.DETAIL, fault.detail());
        }
        facts.put(Fact.STEPS, steps.toString());
        EntryKind kind = kind(stage, fault);
        List<Body> bodies = new ArrayList<>();
        List<Key> keys = List.of();
        if (kind == EntryKind.REFUSED) {
            bodies.add(stage.arrival().received());
            keys = Recorder.headerKeys(stage.arrival());
        }
        if (!NOTHING_SENT.contains(fault.code())) {
            bodies.addAll(exchanged(stage));
        }
        if (kind != EntryKind.DEFERRED) {
            bodies.add(new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body()));
        }
        return new Entry(kind, stage.arrival().message(), clock.now(), facts, bodies, keys);
    }

    private static List<Body> exchanged(Stage stage) {
        if (stage instanceof Stage.Translated translated) {
            return List.of(Recorder.sent(translated));
        } else if (stage instanceof Stage.Heard heard) {
            return List.of(Recorder.sent(heard.translated()), Recorder.heard(heard));
        } else if (stage instanceof Stage.Understood understood) {
            return exchanged(understood.heard());
        } else if (stage instanceof Stage.Checked checked) {
            return exchanged(checked.answer());
        } else if (stage instanceof Stage.Cut cut) {
            return exchanged(cut.answer());
        }
        return List.of();
    }

    private static EntryKind kind(Stage stage, HubFault fault) {
        boolean resumed = stage.arrival().resumed();
        boolean accepted = stage.whenAccepted().isPresent();
        if (!accepted && !resumed) {
            return EntryKind.REFUSED;
        }
        return switch (fault.code()) {
            case IN_DOUBT, PROVIDER_TIMEOUT -> EntryKind.IN_DOUBT;
            case PROVIDER_UNREACHABLE, PROVIDER_BUSY, PROVIDER_SUSPENDED ->
                resumed ? EntryKind.DEFERRED : EntryKind.FAILED;
            case LOG_UNAVAILABLE, HUB_BUSY -> accepted ? EntryKind.FAILED : EntryKind.DEFERRED;
            // From this stage the provider is called: a surprise may have come after the call was sent.
            case INTERNAL_ERROR -> stage instanceof Stage.Translated ? EntryKind.IN_DOUBT : EntryKind.FAILED;
            default -> EntryKind.FAILED;
        };
    }
}
