package lingnan.hub.catalog;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Composes a subject's record schema and its operations into one schema, strict for providers and lenient for receivers. */
final class Operations {

    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final String XMLNS = XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

    private final byte[] recordSchema;
    private final String namespace;
    private final Set<String> keys;

    Operations(byte[] recordSchema, String namespace, Set<String> keys) {
        this.recordSchema = recordSchema;
        this.namespace = namespace;
        this.keys = keys;
    }

    /** What a provider owes: required fields must be there, and there is neither receipt nor anything withheld. */
    Document complete() {
        Document schema = composed();
        elements(schema, "element").stream()
                .filter(element -> Set.of("receipt", "withheld").contains(element.getAttribute("name")))
                .forEach(element -> parent(element).removeChild(element));
        elements(schema, "attribute").stream()
                .filter(attribute -> attribute.getAttribute("name").equals(RecordCut.WITHHELD_RECORDS))
                .forEach(attribute -> parent(attribute).removeChild(attribute));
        return schema;
    }

    /** What a receiver may see, and what is published: every field optional. */
    Document published() {
        Document schema = composed();
        for (Element element : elements(record(schema), "element")) {
            element.setAttribute("minOccurs", "0");
        }
        return schema;
    }

    private Document composed() {
        Document schema = Documents.parse(recordSchema);
        Element root = schema.getDocumentElement();
        root.setAttributeNS(XMLNS, "xmlns:tns", namespace);
        elements(root, "appinfo").forEach(marks -> parent(marks).removeChild(marks));
        elements(root, "import").forEach(imported -> imported.removeAttribute("schemaLocation"));
        dropUnused(root);
        Document operations = Documents.template("operations.xsd", name -> namespace);
        for (Node child : children(operations.getDocumentElement())) {
            root.appendChild(schema.importNode(child, true));
        }
        fillQuery(schema);
        Documents.trim(root);
        return schema;
    }

    private void fillQuery(Document schema) {
        Element query = elements(schema, "element").stream()
                .filter(element -> element.getAttribute("name").equals("Query"))
                .findFirst()
                .orElseThrow();
        Element sequence = elements(query, "sequence").get(0);
        for (Element field : elements(record(schema), "element")) {
            if (keys.contains(field.getAttribute("name"))) {
                Element key = (Element) field.cloneNode(true);
                key.setAttribute("minOccurs", "0");
                sequence.appendChild(key);
            }
        }
    }

    /** The marks are gone, so their prefix would only puzzle a reader of the WSDL. */
    private static void dropUnused(Element root) {
        for (int i = root.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) root.getAttributes().item(i);
            if (XMLNS.equals(attribute.getNamespaceURI())
                    && attribute.getValue().equals("urn:lingnan:catalog:1")) {
                root.removeAttributeNode(attribute);
            }
        }
    }

    private static Element record(Document schema) {
        return elements(schema, "complexType").stream()
                .filter(type -> type.getAttribute("name").equals("Record"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(XSD, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<Node> children(Element parent) {
        NodeList found = parent.getChildNodes();
        return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
    }

    private static Node parent(Node node) {
        return node.getParentNode();
    }
}
