package lingnan.hub.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.LogPosition;
import lingnan.transformers.xml.XmlDocuments;
import lingnan.transformers.xml.XmlElement;

/** Reads and writes the canonical payloads, as far as the flow needs to know them. */
final class Payloads {

    /** As many as the schema of answers lets stand in one. */
    static final int MOST_RECORDS = 100;

    private Payloads() {}

    /** The text of each child element of the root, by local name. */
    static Map<String, String> children(byte[] document) {
        Map<String, String> values = new LinkedHashMap<>();
        for (XmlElement child : parse(document).children()) {
            values.put(child.name().getLocalPart(), child.text());
        }
        return values;
    }

    /** {@code <QueryResponse><receipt messageId acceptedAt position/></QueryResponse>}. */
    static byte[] receipt(String namespace, MessageId message, LogPosition position) {
        Map<QName, String> attributes = new LinkedHashMap<>();
        attributes.put(new QName("messageId"), message.toString());
        attributes.put(new QName("acceptedAt"), local(position.appendedAt()));
        attributes.put(new QName("position"), position.toString());
        XmlElement receipt = new XmlElement(new QName(namespace, "receipt"), attributes, "", List.of());
        return XmlElement.of(new QName(namespace, "QueryResponse"), List.of(receipt))
                .toDocument();
    }

    /**
     * {@code <QueryResponse asOf="…">} round records of a held state.
     *
     * @param records elements in UTF-8 that have the namespace by default
     */
    static byte[] answer(String namespace, Instant asOf, List<byte[]> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024 * (1 + records.size()));
        out.writeBytes(("<QueryResponse xmlns=\"" + namespace + "\" asOf=\"" + local(asOf) + "\">").getBytes(UTF_8));
        records.forEach(out::writeBytes);
        out.writeBytes("</QueryResponse>".getBytes(UTF_8));
        return out.toByteArray();
    }

    /** What the hub's own fault says in particular, of the Fault element of either version of SOAP. */
    static String faultDetail(byte[] fault) {
        XmlElement root = parse(fault);
        return root.child("detail")
                .or(() -> root.child("Detail"))
                .flatMap(detail -> detail.child("fault"))
                .flatMap(hub -> hub.child("detail"))
                .map(XmlElement::text)
                .orElse("");
    }

    /** The same content under the name of the Collect operation's answer. */
    static byte[] asCollectResponse(byte[] queryResponse) {
        XmlElement root = parse(queryResponse);
        QName name = new QName(root.name().getNamespaceURI(), "CollectResponse");
        return new XmlElement(name, root.attributes(), root.text(), root.children()).toDocument();
    }

    /** As people read it: in the city's zone. */
    static String local(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.atZone(BusinessClock.ZONE).toOffsetDateTime());
    }

    private static XmlElement parse(byte[] document) {
        return XmlElement.parse(XmlDocuments.text(document));
    }
}
