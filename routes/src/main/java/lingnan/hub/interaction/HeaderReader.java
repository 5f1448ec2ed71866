package lingnan.hub.interaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.namespace.QName;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.transformers.xml.HeaderBlock;
import lingnan.transformers.xml.SoapMessage;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.XmlElement;

/**
 * Reads the header blocks of a request: the X-Road message protocol 4.0 for SOAP (compatible with its
 * information-system side), and the hub's own. A block that insists on being understood and is not is refused.
 */
final class HeaderReader {

    static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";
    static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final Set<String> UNDERSTOOD = Set.of(XROAD, SoapWriter.HUB_NAMESPACE);
    private static final int LONGEST_FIELD = 300;

    private final SoapMessage message;

    private HeaderReader(SoapMessage message) {
        this.message = message;
    }

    /** @throws HubFault INVALID_HEADER_FIELD naming the field */
    static Headers read(SoapMessage message) {
        if (message.headers().isEmpty()) {
            return Headers.NONE;
        }
        return new HeaderReader(message).headers();
    }

    private Headers headers() {
        for (HeaderBlock block : message.headers()) {
            QName name = block.element().name();
            if (block.mustUnderstand() && !UNDERSTOOD.contains(name.getNamespaceURI())) {
                throw new HubFault(FaultCode.INVALID_HEADER_FIELD, "the hub does not understand " + name);
            }
        }
        List<XmlElement> echoed = message.headers().stream()
                .map(HeaderBlock::element)
                .filter(element -> element.name().getNamespaceURI().equals(XROAD))
                .map(HeaderReader::withoutIndentation)
                .toList();
        return new Headers(
                block(XROAD, "client").map(element -> identifier("client", element, HeaderReader::subsystem)),
                block(XROAD, "service").map(element -> identifier("service", element, HeaderReader::service)),
                text(XROAD, "id"),
                text(XROAD, "userId"),
                text(XROAD, "issue"),
                text(XROAD, "protocolVersion"),
                text(SoapWriter.HUB_NAMESPACE, "purpose"),
                text(SoapWriter.HUB_NAMESPACE, "legalBasis"),
                text(SoapWriter.HUB_NAMESPACE, "caseNumber"),
                text(SoapWriter.HUB_NAMESPACE, "idempotencyKey"),
                text(SoapWriter.HUB_NAMESPACE, "asynchronous")
                        .map(HeaderReader::flag)
                        .orElse(false),
                echoed);
    }

    /** The request's indentation between children is no content, and would stand before them in the echo. */
    private static XmlElement withoutIndentation(XmlElement element) {
        if (element.children().isEmpty()) {
            return element;
        }
        List<XmlElement> children = element.children().stream()
                .map(HeaderReader::withoutIndentation)
                .toList();
        return new XmlElement(element.name(), element.attributes(), "", children);
    }

    private Optional<XmlElement> block(String namespace, String name) {
        XmlElement found = null;
        for (HeaderBlock block : message.headers()) {
            QName other = block.element().name();
            if (other.getLocalPart().equals(name) && other.getNamespaceURI().equals(namespace)) {
                if (found != null) {
                    throw new HubFault(FaultCode.INVALID_HEADER_FIELD, name + " stands twice");
                }
                found = block.element();
            }
        }
        return Optional.ofNullable(found);
    }

    private Optional<String> text(String namespace, String name) {
        Optional<String> text = block(namespace, name).map(XmlElement::text).map(String::strip);
        text.filter(value -> value.length() > LONGEST_FIELD).ifPresent(value -> {
            throw new HubFault(FaultCode.INVALID_HEADER_FIELD, name + " is longer than " + LONGEST_FIELD);
        });
        return text.filter(value -> !value.isEmpty());
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new HubFault(FaultCode.INVALID_HEADER_FIELD, "asynchronous is true or false");
        };
    }

    private static <T> T identifier(String name, XmlElement element, Function<XmlElement, T> reading) {
        try {
            return reading.apply(element);
        } catch (IllegalArgumentException wrong) {
            throw new HubFault(FaultCode.INVALID_HEADER_FIELD, name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static SubsystemId subsystem(XmlElement element) {
        return new SubsystemId(
                part(element, "xRoadInstance"),
                part(element, "memberClass"),
                AgencyCode.of(part(element, "memberCode")),
                part(element, "subsystemCode"));
    }

    private static ServiceId service(XmlElement element) {
        return new ServiceId(subsystem(element), part(element, "serviceCode"), part(element, "serviceVersion"));
    }

    private static String part(XmlElement element, String name) {
        return element.child(name)
                .map(XmlElement::text)
                .map(String::strip)
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
