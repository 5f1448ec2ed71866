package lingnan.hub.interaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
import org.springframework.stereotype.Component;

/** Gives a caller what its asynchronous question came to, authorised and cut anew. */
@Component
final class Collector {

    private final Traces traces;
    private final Results results;
    private final Envelopes envelopes;
    private final MessageLog log;
    private final BusinessClock clock;

    Collector(Traces traces, Results results, Envelopes envelopes, MessageLog log, BusinessClock clock) {
        this.traces = traces;
        this.results = results;
        this.envelopes = envelopes;
        this.log = log;
        this.clock = clock;
    }

    public Reply collect(Stage.Planned stage) {
        MessageId wanted = wanted(stage);
        List<LoggedEntry> entries = traces.entries(wanted);
        LoggedEntry accepted = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.ACCEPTED && isTheirs(entry, stage))
                .findFirst()
                .orElseThrow(() -> new HubFault(FaultCode.UNKNOWN_MESSAGE, wanted.toString()));
        Optional<LoggedEntry> closing = Results.closing(entries);
        Reply reply = reply(stage, accepted, closing);
        Map<Fact, String> facts = Recorder.arrivalFacts(stage.arrival());
        facts.put(Fact.OUTCOME, closing.isPresent() ? reply.outcome() : FaultCode.NOT_ANSWERED_YET.wireName());
        facts.put(Fact.RELATES_TO, stage.arrival().message().toString());
        Durable.await(log.append(new Entry(
                EntryKind.COLLECTED,
                wanted,
                clock.now(),
                facts,
                List.of(stage.arrival().received(), new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body())),
                List.of())));
        return reply;
    }

    private static MessageId wanted(Stage.Planned stage) {
        String id = Payloads.children(stage.arrival().payload()).getOrDefault("messageId", "");
        try {
            return MessageId.parse(id.strip());
        } catch (IllegalArgumentException notAnId) {
            throw new HubFault(FaultCode.INVALID_BODY, "messageId is not a message id: " + id, notAnId);
        }
    }

    private static boolean isTheirs(LoggedEntry accepted, Stage.Planned stage) {
        String subject = accepted.facts().getOrDefault(Fact.SUBJECT.wireName(), "");
        String client = accepted.facts().getOrDefault(Fact.CLIENT.wireName(), "");
        String caller = stage.arrival().caller().subsystem().toString();
        return subject.equals(stage.plan().subject().code().value()) && client.equals(caller);
    }

    /** A fault with which the question ended is its result, and is collected like any other. */
    private Reply reply(Stage.Planned stage, LoggedEntry accepted, Optional<LoggedEntry> closing) {
        try {
            byte[] content = closing.map(results::content)
                    .orElseGet(() -> Payloads.receipt(
                            stage.plan().subject().namespace(), accepted.message(), accepted.position()));
            return envelopes.answer(stage.arrival(), stage.plan().id(), Payloads.asCollectResponse(content));
        } catch (HubFault fault) {
            if (fault.code() == FaultCode.LOG_UNAVAILABLE) {
                throw fault;
            }
            return envelopes.fault(stage.arrival(), fault);
        }
    }
}
