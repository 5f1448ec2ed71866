package lingnan.hub.interaction;

import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LogPosition;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import lingnan.transformers.xml.SoapVersion;
import org.springframework.stereotype.Component;

/** What questions came to, read from the log, as their callers may see it today: authorised and cut anew. */
@Component
final class Results {

    private final Traces traces;
    private final ArrivalReader arrivals;
    private final Planner planner;
    private final Authoriser authoriser;
    private final Envelopes envelopes;

    Results(Traces traces, ArrivalReader arrivals, Planner planner, Authoriser authoriser, Envelopes envelopes) {
        this.traces = traces;
        this.arrivals = arrivals;
        this.planner = planner;
        this.authoriser = authoriser;
        this.envelopes = envelopes;
    }

    /** @throws HubFault the fault with which the question ended, or with which its answer may not be given now */
    byte[] content(LoggedEntry closing) {
        requireAnswered(closing);
        return content(original(closing.message()).orElseThrow(() -> erased(closing.message())));
    }

    /** What a question came to as its caller is sent it, in the caller's version of SOAP as far as that is still known. */
    Body toBePushed(MessageId message) {
        Reply reply = original(message)
                .map(this::ended)
                .orElseGet(() -> envelopes.fault(message, SoapVersion.SOAP_11, erased(message)));
        return new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body());
    }

    /** The logged answer of a message, cut to what this stage's grant shows. */
    byte[] shown(Stage.Authorised authorised, MessageId answered) {
        byte[] canonical = traces.body(answered, Body.Role.ANSWER_CANONICAL)
                .orElseThrow(() -> erased(answered))
                .bytes();
        return Cutter.shown(authorised, canonical);
    }

    LogPosition acceptedAt(MessageId message) {
        return traces.entries(message).stream()
                .filter(entry -> entry.kind() == EntryKind.ACCEPTED)
                .findFirst()
                .map(LoggedEntry::position)
                .orElseThrow(() -> new HubFault(FaultCode.UNKNOWN_MESSAGE, message.toString()));
    }

    private Reply ended(Arrival original) {
        try {
            closing(traces.entries(original.message())).ifPresent(Results::requireAnswered);
            byte[] content = content(original);
            return envelopes.answer(original, planner.plan(original).plan().id(), content);
        } catch (HubFault fault) {
            if (fault.code() == FaultCode.LOG_UNAVAILABLE) {
                throw fault;
            }
            return envelopes.fault(original, fault);
        }
    }

    private byte[] content(Arrival original) {
        return shown(authoriser.authorise(planner.plan(original)), original.message());
    }

    private Optional<Arrival> original(MessageId message) {
        return arrivals.fromLog(message);
    }

    static Optional<LoggedEntry> closing(List<LoggedEntry> entries) {
        return entries.stream().filter(entry -> entry.kind().closes()).findFirst();
    }

    private static void requireAnswered(LoggedEntry closing) {
        if (closing.kind() != EntryKind.ANSWERED) {
            String code = closing.facts().getOrDefault(Fact.OUTCOME.wireName(), FaultCode.IN_DOUBT.wireName());
            throw new HubFault(FaultCode.ofWireName(code), detail(closing));
        }
    }

    /** The hub's own words stand as a fact, others in the fault that was made of them, as long as it is not erased. */
    private static String detail(LoggedEntry closing) {
        String own = closing.facts().get(Fact.DETAIL.wireName());
        if (own != null) {
            return own;
        }
        return closing.bodies().stream()
                .filter(body -> body.role() == Body.Role.ANSWER_SENT)
                .findFirst()
                .map(fault -> Payloads.faultDetail(ArrivalReader.soap(fault).payload()))
                .orElse(closing.erased() > 0 ? "the particulars were erased" : "the result is not known");
    }

    private static HubFault erased(MessageId message) {
        return new HubFault(FaultCode.ERASED, message.toString());
    }
}
