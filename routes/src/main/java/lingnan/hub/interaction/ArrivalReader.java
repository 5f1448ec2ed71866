package lingnan.hub.interaction;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import lingnan.transformers.charset.CharsetRefusal;
import lingnan.transformers.charset.MessageCharset;
import lingnan.transformers.xml.SoapMessage;
import lingnan.transformers.xml.StrictSoapReader;
import lingnan.transformers.xml.XmlRefusal;
import org.springframework.stereotype.Component;

/** Makes arrivals: of bytes that the edge has just taken, or of bytes that the log has kept. */
@Component
public final class ArrivalReader {

    private final Traces traces;

    ArrivalReader(Traces traces) {
        this.traces = traces;
    }

    /**
     * What is known of a request before its bytes are read.
     *
     * @param resumed see {@link Arrival#resumed()}
     */
    public record Envelope(
            MessageId message,
            Instant receivedAt,
            Caller caller,
            String remoteAddress,
            SubjectCode subject,
            OptionalInt version,
            boolean resumed) {}

    /** @throws HubFault if the bytes are no SOAP envelope that the hub takes, naming line and column */
    public Arrival read(Envelope about, Body received) {
        SoapMessage soap = soap(received);
        return new Arrival(
                about.message(),
                about.receivedAt(),
                about.caller(),
                about.remoteAddress(),
                about.subject(),
                about.version(),
                soap.version(),
                HeaderReader.read(soap),
                soap.operation(),
                soap.payload(),
                received,
                about.resumed());
    }

    /** The strict pass alone, with its refusals as faults. */
    public static SoapMessage soap(Body received) {
        try {
            return StrictSoapReader.read(received.bytes(), MessageCharset.of(received.contentType(), received.bytes()));
        } catch (CharsetRefusal refusal) {
            throw new HubFault(FaultCode.INVALID_CHARSET, String.valueOf(refusal.getMessage()), refusal);
        } catch (XmlRefusal refusal) {
            throw new HubFault(code(refusal.kind()), String.valueOf(refusal.getMessage()), refusal);
        }
    }

    private static FaultCode code(XmlRefusal.Kind kind) {
        return switch (kind) {
            case NOT_SOAP, WRONG_BODY -> FaultCode.INVALID_SOAP;
            default -> FaultCode.INVALID_XML;
        };
    }

    /** An accepted question read again from the log; empty if its request was erased. */
    Optional<Arrival> fromLog(MessageId message) {
        return traces.entries(message).stream()
                .filter(entry -> entry.kind() == EntryKind.ACCEPTED)
                .findFirst()
                .flatMap(accepted -> accepted.bodies().stream()
                        .filter(body -> body.role() == Body.Role.REQUEST_RECEIVED)
                        .findFirst()
                        .map(request -> read(about(accepted), request)));
    }

    private static Envelope about(LoggedEntry accepted) {
        Map<String, String> facts = accepted.facts();
        ServiceId service = ServiceId.parse(fact(facts, Fact.SERVICE));
        Caller caller = new Caller(
                SubsystemId.parse(fact(facts, Fact.CLIENT)),
                Caller.Strength.valueOf(fact(facts, Fact.STRENGTH).toUpperCase(Locale.ROOT)));
        return new Envelope(
                accepted.message(),
                accepted.position().appendedAt(),
                caller,
                fact(facts, Fact.REMOTE),
                SubjectCode.of(fact(facts, Fact.SUBJECT)),
                OptionalInt.of(Integer.parseInt(service.version().substring(1))),
                true);
    }

    private static String fact(Map<String, String> facts, Fact fact) {
        return facts.getOrDefault(fact.wireName(), "");
    }
}
