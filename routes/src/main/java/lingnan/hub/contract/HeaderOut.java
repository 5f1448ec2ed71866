package lingnan.hub.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.Digest;
import lingnan.hub.kernel.SubsystemId;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Gives the X-Road header blocks of a call back in its answer, fills what is missing of client, id and protocolVersion,
 * and adds the digest of the request, as the X-Road message protocol 4.0 for SOAP has it. A call without such blocks is
 * answered without.
 */
final class HeaderOut extends AbstractSoapInterceptor {

    HeaderOut() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public void handleMessage(SoapMessage answer) {
        Message in = answer.getExchange().getInMessage();
        List<Element> blocks = in instanceof SoapMessage call ? HeaderIn.blocks(call) : List.of();
        if (blocks.isEmpty()) {
            return;
        }
        Document document = FaultForm.document();
        for (Element block : blocks) {
            if (!block.getLocalName().equals("requestHash")) {
                add(answer, copy(document, block));
            }
        }
        if (in.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request) {
            fill(answer, document, request);
        }
    }

    private static void fill(SoapMessage answer, Document document, HttpServletRequest request) {
        if (isMissing(answer, "client") && request.getAttribute(ContractServices.CALLER) instanceof Caller caller) {
            add(answer, client(document, caller.subsystem()));
        }
        Optional.ofNullable(request.getAttribute(ContractServices.MESSAGE_ID))
                .filter(id -> isMissing(answer, "id"))
                .ifPresent(id -> add(answer, text(document, "id", id.toString())));
        if (isMissing(answer, "protocolVersion")) {
            add(answer, text(document, "protocolVersion", "4.0"));
        }
        if (request.getAttribute(ContractServices.RECEIVED) instanceof byte[] received) {
            Element hash =
                    text(document, "requestHash", Base64.getEncoder().encodeToString(Digest.SHA_512.of(received)));
            hash.setAttribute("algorithmId", "http://www.w3.org/2001/04/xmlenc#sha512");
            add(answer, hash);
        }
    }

    private static boolean isMissing(SoapMessage answer, String name) {
        return answer.getHeader(new QName(HeaderIn.XROAD, name)) == null;
    }

    private static void add(SoapMessage answer, Element block) {
        answer.getHeaders().add(new Header(new QName(HeaderIn.XROAD, block.getLocalName()), block));
    }

    private static Element client(Document document, SubsystemId subsystem) {
        Element client = element(document, HeaderIn.XROAD, "xroad:client");
        client.setAttributeNS(HeaderIn.IDENTIFIERS, "id:objectType", "SUBSYSTEM");
        part(client, "xRoadInstance", subsystem.instance());
        part(client, "memberClass", subsystem.memberClass());
        part(client, "memberCode", subsystem.agency().value());
        part(client, "subsystemCode", subsystem.subsystem());
        return client;
    }

    private static void part(Element parent, String name, String value) {
        Element part = element(parent.getOwnerDocument(), HeaderIn.IDENTIFIERS, "id:" + name);
        part.setTextContent(value);
        parent.appendChild(part);
    }

    private static Element text(Document document, String name, String value) {
        Element element = element(document, HeaderIn.XROAD, "xroad:" + name);
        element.setTextContent(value);
        return element;
    }

    private static Element element(Document document, String namespace, String name) {
        return document.createElementNS(namespace, name);
    }

    /** Without the request's indentation, prefixes and SOAP attributes: what it says, in the protocol's own prefixes. */
    private static Element copy(Document document, Element block) {
        boolean own = block.getNamespaceURI() != null && block.getNamespaceURI().equals(HeaderIn.IDENTIFIERS);
        Element copy = element(
                document,
                block.getNamespaceURI() == null ? XMLConstants.NULL_NS_URI : block.getNamespaceURI(),
                (own ? "id:" : "xroad:") + block.getLocalName());
        String type = block.getAttributeNS(HeaderIn.IDENTIFIERS, "objectType");
        if (!type.isEmpty()) {
            copy.setAttributeNS(HeaderIn.IDENTIFIERS, "id:objectType", type);
        }
        boolean parent = false;
        for (Node child = block.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                copy.appendChild(copy(document, element));
                parent = true;
            }
        }
        if (!parent) {
            copy.setTextContent(block.getTextContent());
        }
        return copy;
    }
}
