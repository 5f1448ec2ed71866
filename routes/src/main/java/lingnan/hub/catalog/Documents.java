package lingnan.hub.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import lingnan.transformers.xml.HardenedXml;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The trees that schemas and WSDLs are composed of. For the hub's and the city's own files only, never for messages. */
final class Documents {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private Documents() {}

    /** @throws IllegalArgumentException if it is not well-formed or has a DTD */
    static Document parse(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("The document cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** A file that stands beside this class, with its {@code ${places}} filled in. */
    static Document template(String name, UnaryOperator<String> values) {
        String text = new String(resource("/lingnan/hub/catalog/" + name), StandardCharsets.UTF_8);
        String filled = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(escaped(values.apply(place.group(1)))));
        return parse(filled.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] resource(String path) {
        try (InputStream in = Documents.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The hub's own file " + path + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Drops comments and the white space between elements, so that a composed document can be indented evenly. */
    static void trim(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            boolean space = child.getNodeType() == Node.TEXT_NODE
                    && child.getTextContent().isBlank();
            if (space || child.getNodeType() == Node.COMMENT_NODE) {
                node.removeChild(child);
            } else {
                trim(child);
            }
            child = next;
        }
    }

    static byte[] bytes(Document document) {
        try {
            Transformer identity = HardenedXml.plumbing().newTransformer();
            identity.setOutputProperty(OutputKeys.INDENT, "yes");
            identity.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            identity.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            identity.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException broken) {
            throw new IllegalStateException("A composed document cannot be written", broken);
        }
    }
}
