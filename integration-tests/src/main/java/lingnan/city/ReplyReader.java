package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** From the hub's bytes to what they say. */
public final class ReplyReader {

    private static final String HUB = "urn:lingnan:hub:1";

    private ReplyReader() {}

    /** @throws IOException if it is not SOAP; with the status and the beginning of what it is */
    static Reply read(HttpResponse<byte[]> response) throws IOException {
        return read(response.statusCode(), response.headers().firstValue(Call.MESSAGE_HEADER), response.body());
    }

    /**
     * @param headed the message id, if a header of the response had it
     * @throws IOException as above
     */
    public static Reply read(int status, Optional<String> headed, byte[] body) throws IOException {
        String text = new String(body, UTF_8);
        Element payload;
        try {
            payload = Soap.payload(body);
        } catch (SAXException e) {
            String beginning = text.substring(0, Math.min(500, text.length()));
            throw new IOException("HTTP " + status + " without SOAP: " + beginning, e);
        }
        List<Element> receipts = children(payload, "receipt");
        return new Reply(
                status,
                headed.or(() -> receipts.stream()
                                .map(receipt -> receipt.getAttribute("messageId"))
                                .findFirst())
                        .or(() -> first(payload, HUB, "messageId")),
                children(payload, "record").stream().map(Soap::children).toList(),
                children(payload, "withheld").stream().map(Node::getTextContent).toList(),
                !receipts.isEmpty(),
                fault(payload),
                text);
    }

    private static Optional<Reply.Fault> fault(Element payload) {
        if (!"Fault".equals(payload.getLocalName())) {
            return Optional.empty();
        }
        Map<String, String> parts = Soap.children(payload);
        String code = first(payload, HUB, "code").orElse(parts.getOrDefault("faultcode", ""));
        String text = parts.getOrDefault("faultstring", parts.getOrDefault("Reason", payload.getTextContent()));
        return Optional.of(new Reply.Fault(code, text.strip()));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    private static Optional<String> first(Element root, String namespace, String name) {
        NodeList found = root.getElementsByTagNameNS(namespace, name);
        return found.getLength() == 0
                ? Optional.empty()
                : Optional.of(found.item(0).getTextContent().strip());
    }
}
