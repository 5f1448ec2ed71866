package lingnan.hub.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lingnan.hub.access.Caller;
import lingnan.hub.contract.CallHeaders.Identifier;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the header blocks of a call and refuses what contradicts the caller or the protocol. */
final class HeaderIn extends AbstractSoapInterceptor {

    static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final String HUB = "urn:lingnan:hub:1";
    private static final String PROTOCOL_VERSION = "4.0";
    private static final int LONGEST = 300;

    private static final Set<QName> UNDERSTOOD = Stream.concat(
                    Stream.of("client", "service", "id", "userId", "issue", "protocolVersion", "requestHash")
                            .map(name -> new QName(XROAD, name)),
                    Stream.of("purpose", "legalBasis", "caseNumber", "idempotencyKey", "asynchronous")
                            .map(name -> new QName(HUB, name)))
            .collect(Collectors.toUnmodifiableSet());

    HeaderIn() {
        super(Phase.PRE_INVOKE);
        addBefore(Reached.class.getName());
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return UNDERSTOOD;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (message.getHeaders().isEmpty()) {
            return;
        }
        CallHeaders headers = read(message);
        text(message, XROAD, "protocolVersion")
                .filter(version -> !version.equals(PROTOCOL_VERSION))
                .ifPresent(version -> {
                    throw new HubFault(
                            FaultCode.INVALID_HEADER_FIELD,
                            "protocolVersion " + version + " is not " + PROTOCOL_VERSION);
                });
        headers.client().ifPresent(client -> requireCaller(client, message));
        message.getExchange().put(CallHeaders.class, headers);
    }

    /** The X-Road blocks as they came. */
    static List<Element> blocks(SoapMessage message) {
        return message.getHeaders().stream()
                .filter(header -> header.getName().getNamespaceURI().equals(XROAD))
                .map(Header::getObject)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static CallHeaders read(SoapMessage message) {
        return new CallHeaders(
                block(message, XROAD, "client").map(element -> identifier(element, "memberCode")),
                block(message, XROAD, "service").map(element -> identifier(element, "serviceCode")),
                text(message, XROAD, "id"),
                text(message, XROAD, "userId"),
                text(message, HUB, "idempotencyKey"));
    }

    private static void requireCaller(Identifier client, SoapMessage message) {
        Object request = message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Object caller = request instanceof HttpServletRequest http ? http.getAttribute(ContractServices.CALLER) : null;
        if (caller instanceof Caller known && !client.covers(known.subsystem())) {
            throw new HubFault(
                    FaultCode.INCONSISTENT_HEADERS,
                    "client " + client.party() + " is not the caller " + known.subsystem());
        }
    }

    private static Optional<Element> block(SoapMessage message, String namespace, String name) {
        QName wanted = new QName(namespace, name);
        List<Element> found = message.getHeaders().stream()
                .filter(header -> header.getName().equals(wanted))
                .map(Header::getObject)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
        if (found.size() > 1) {
            throw new HubFault(FaultCode.INVALID_HEADER_FIELD, name + " stands twice");
        }
        return found.stream().findFirst();
    }

    private static Optional<String> text(SoapMessage message, String namespace, String name) {
        Optional<String> text = block(message, namespace, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
        text.filter(value -> value.length() > LONGEST).ifPresent(value -> {
            throw new HubFault(FaultCode.INVALID_HEADER_FIELD, name + " is longer than " + LONGEST);
        });
        return text;
    }

    /** @param required the last part that it must have */
    private static Identifier identifier(Element element, String required) {
        for (String name : List.of("xRoadInstance", "memberClass", "memberCode", required)) {
            if (part(element, name).isEmpty()) {
                throw new HubFault(
                        FaultCode.INVALID_HEADER_FIELD, element.getLocalName() + ": " + name + " is missing");
            }
        }
        return new Identifier(
                part(element, "xRoadInstance"),
                part(element, "memberClass"),
                part(element, "memberCode"),
                part(element, "subsystemCode"),
                part(element, "serviceCode"),
                part(element, "serviceVersion"));
    }

    private static String part(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS(IDENTIFIERS, name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
