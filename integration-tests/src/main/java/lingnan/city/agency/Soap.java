package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The little XML that the home-grown stacks of two agencies need. */
public final class Soap {

    public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private static final DocumentBuilderFactory PARSERS = parsers();

    private Soap() {}

    private static DocumentBuilderFactory parsers() {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser cannot be hardened", e);
        }
        return parsers;
    }

    /** The element in the body of an envelope of either version. */
    public static Element payload(byte[] envelope) throws SAXException, IOException {
        Element root = parse(new InputSource(new ByteArrayInputStream(envelope)));
        String namespace = root.getNamespaceURI();
        if (!root.getLocalName().equals("Envelope") || !(SOAP_11.equals(namespace) || SOAP_12.equals(namespace))) {
            throw new SAXException("Not an envelope: " + root.getNodeName());
        }
        Node body = root.getElementsByTagNameNS(namespace, "Body").item(0);
        Element payload = body == null ? null : firstElement(body);
        if (payload == null) {
            throw new SAXException("The envelope has nothing in its body");
        }
        return payload;
    }

    /** A document that is text already, whatever its prolog says of bytes. */
    public static Element parseText(String text) throws SAXException, IOException {
        return parse(new InputSource(new StringReader(text)));
    }

    private static Element parse(InputSource source) throws SAXException, IOException {
        try {
            var parser = PARSERS.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            Document document = parser.parse(source);
            return document.getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK has no XML parser", e);
        }
    }

    private static @Nullable Element firstElement(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                return element;
            }
        }
        return null;
    }

    /** The children's local names and texts, in order. */
    public static Map<String, String> children(Element parent) {
        Map<String, String> children = new LinkedHashMap<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.put(element.getLocalName(), element.getTextContent().strip());
            }
        }
        return children;
    }

    /** The element's child of that name. */
    public static Element child(Element parent, String name) throws SAXException {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        throw new SAXException("There is no " + name + " in " + parent.getNodeName());
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public static String element(String name, String text) {
        return text.isEmpty() ? "<" + name + "/>" : "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    public static Stack.Answer xml(int status, String contentType, String xml) {
        return new Stack.Answer(status, contentType, xml.getBytes(UTF_8));
    }
}
