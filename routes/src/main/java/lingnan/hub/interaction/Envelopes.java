package lingnan.hub.interaction;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.hub.kernel.Digest;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.xml.SoapFault;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.XmlElement;
import org.springframework.stereotype.Component;

/**
 * Writes what callers receive: answers with their X-Road headers echoed and filled, and faults with the code, the two
 * sentences and the message id. Everything is UTF-8, in the caller's version of SOAP.
 */
@Component
public final class Envelopes {

    private static final WireCharset CHARSET = WireCharset.UTF_8;

    Reply answer(Arrival arrival, ServiceId service, byte[] payload) {
        List<XmlElement> headers = arrival.headers().speaksXRoad() ? xroad(arrival, service) : List.of();
        byte[] body = SoapWriter.envelope(arrival.soap(), headers, payload, CHARSET);
        return new Reply(arrival.message(), 200, arrival.soap().contentType(CHARSET), body, "ok");
    }

    Reply fault(Arrival arrival, HubFault fault) {
        return fault(arrival.message(), arrival.soap(), fault);
    }

    /** A fault for a request that did not come as far as an arrival. */
    public Reply fault(MessageId message, SoapVersion version, HubFault fault) {
        FaultCode code = fault.code();
        SoapFault.Side side = code.side() == FaultCode.Side.CALLER ? SoapFault.Side.SENDER : SoapFault.Side.RECEIVER;
        SoapFault written = new SoapFault(
                side,
                code.wireName(),
                message.toString(),
                code.sentence().zh(),
                code.sentence().en(),
                fault.detail(),
                null);
        byte[] body = SoapWriter.fault(version, List.of(), written, CHARSET);
        return new Reply(message, status(code), version.contentType(CHARSET), body, code.wireName());
    }

    /** A SOAP fault travels with 500; what never was a SOAP request has HTTP's own answer. */
    private static int status(FaultCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> 401;
            case UNSUPPORTED_METHOD -> 405;
            case REQUEST_TIMEOUT -> 408;
            case MESSAGE_TOO_LARGE -> 413;
            case UNSUPPORTED_CONTENT_TYPE -> 415;
            case HUB_BUSY -> 503;
            default -> 500;
        };
    }

    private static List<XmlElement> xroad(Arrival arrival, ServiceId service) {
        List<XmlElement> headers = new ArrayList<>(arrival.headers().echoed());
        fill(headers, subsystem("client", "SUBSYSTEM", arrival.caller().subsystem(), List.of()));
        fill(
                headers,
                subsystem(
                        "service",
                        "SERVICE",
                        service.provider(),
                        List.of(
                                identifier("serviceCode", service.service()),
                                identifier("serviceVersion", service.version()))));
        fill(headers, text("id", arrival.message().toString()));
        fill(headers, text("protocolVersion", "4.0"));
        headers.removeIf(header -> header.name().getLocalPart().equals("requestHash"));
        headers.add(requestHash(arrival.received().bytes()));
        return headers;
    }

    private static void fill(List<XmlElement> headers, XmlElement missing) {
        if (headers.stream().noneMatch(header -> header.name().equals(missing.name()))) {
            headers.add(missing);
        }
    }

    private static XmlElement text(String name, String value) {
        return XmlElement.of(new QName(HeaderReader.XROAD, name, "xroad"), value);
    }

    private static XmlElement identifier(String name, String value) {
        return XmlElement.of(new QName(HeaderReader.IDENTIFIERS, name, "id"), value);
    }

    private static XmlElement subsystem(String name, String type, SubsystemId id, List<XmlElement> more) {
        List<XmlElement> parts = new ArrayList<>(List.of(
                identifier("xRoadInstance", id.instance()),
                identifier("memberClass", id.memberClass()),
                identifier("memberCode", id.agency().value()),
                identifier("subsystemCode", id.subsystem())));
        parts.addAll(more);
        Map<QName, String> attributes = Map.of(new QName(HeaderReader.IDENTIFIERS, "objectType", "id"), type);
        return new XmlElement(new QName(HeaderReader.XROAD, name, "xroad"), attributes, "", parts);
    }

    /** The digest of the request as received, by which the caller sees that it was not changed on the way. */
    private static XmlElement requestHash(byte[] request) {
        String digest = Base64.getEncoder().encodeToString(Digest.SHA_512.of(request));
        Map<QName, String> algorithm = Map.of(new QName("algorithmId"), "http://www.w3.org/2001/04/xmlenc#sha512");
        return new XmlElement(new QName(HeaderReader.XROAD, "requestHash", "xroad"), algorithm, digest, List.of());
    }
}
