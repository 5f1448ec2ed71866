package lingnan.hub.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import lingnan.hub.catalog.Subject.Sensitivity;
import lingnan.transformers.xml.Schemas;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The city's data elements, {@code wsdl/elements/elements.xsd}: what every subject's schema takes its types from. A
 * subject uses a dozen of some two hundred, so it is given a slice: compiling and publishing all for each would cost
 * most of the hub's start.
 */
final class Dictionary {

    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final String CATALOG = "urn:lingnan:catalog:1";
    private static final Document WHOLE = Documents.parse(Documents.resource("/wsdl/elements/elements.xsd"));
    private static final Map<String, Type> TYPES = types();

    /**
     * A type as it stands in the dictionary.
     *
     * @param uses the names of the dictionary's other types that it needs
     */
    private record Type(Element element, Set<String> uses, Optional<Sensitivity> least) {}

    private Dictionary() {}

    /**
     * Compiles a schema that may use the dictionary and nothing else.
     *
     * @param elements the names of the types that it uses
     * @throws SAXException with the place of the first mistake
     */
    static Schema compile(String name, byte[] schema, Set<String> elements) throws SAXException {
        byte[] slice = Documents.bytes(slice(elements));
        return Schemas.compile(name, schema, location -> imported(location, slice));
    }

    /** The types of these names and what they need, in the dictionary's order; a name that it has not is left out. */
    static synchronized Document slice(Set<String> elements) {
        Set<String> wanted = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(elements);
        while (!open.isEmpty()) {
            Type type = TYPES.get(open.peek());
            if (type != null && wanted.add(open.peek())) {
                open.addAll(type.uses());
            }
            open.removeFirst();
        }
        Document slice = (Document) WHOLE.cloneNode(false);
        Element root = (Element) slice.importNode(WHOLE.getDocumentElement(), false);
        root.removeAttribute("xmlns:c");
        slice.appendChild(root);
        TYPES.forEach((name, type) -> {
            if (wanted.contains(name)) {
                root.appendChild(slice.importNode(type.element(), true));
            }
        });
        return slice;
    }

    /** The least sensitivity that a field of the type may have; empty if any will do, or there is no such type. */
    static Optional<Sensitivity> leastSensitivity(String element) {
        Type type = TYPES.get(element);
        return type == null ? Optional.empty() : type.least();
    }

    /** The schema's import need not say where the dictionary is; a path into this repository serves its editor. */
    private static Optional<byte[]> imported(String location, byte[] slice) {
        return location.isEmpty() || location.endsWith("elements.xsd") ? Optional.of(slice) : Optional.empty();
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        NodeList children = WHOLE.getDocumentElement().getChildNodes();
        IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .forEach(element -> types.put(element.getAttribute("name"), type(element)));
        return types;
    }

    private static Type type(Element element) {
        Set<String> uses = new TreeSet<>();
        Optional<Sensitivity> least = Optional.empty();
        NodeList all = element.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element part = (Element) all.item(i);
            addUses(part.getAttributes(), uses);
            if (CATALOG.equals(part.getNamespaceURI())) {
                least = Optional.of(Sensitivity.valueOf(part.getAttribute("sensitivity")));
            }
        }
        withoutMarks(element);
        Documents.trim(element);
        return new Type(element, Set.copyOf(uses), least);
    }

    private static void addUses(NamedNodeMap attributes, Set<String> uses) {
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean names =
                    attribute.getName().equals("type") || attribute.getName().equals("base");
            if (names && attribute.getValue().startsWith("e:")) {
                uses.add(attribute.getValue().substring("e:".length()));
            }
        }
    }

    private static void withoutMarks(Element element) {
        NodeList marks = element.getElementsByTagNameNS(XSD, "appinfo");
        while (marks.getLength() > 0) {
            Node mark = marks.item(0);
            mark.getParentNode().removeChild(mark);
        }
    }
}
