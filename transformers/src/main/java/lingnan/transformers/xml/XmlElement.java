package lingnan.transformers.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;

/**
 * An element as a small immutable tree, for what is too irregular to stream: header blocks, RPC/encoded bodies, faults.
 * Comments are gone and prefixes inside values are not resolved.
 *
 * @param attributes in document order, without namespace declarations
 * @param text the element's own text, joined, white space kept
 */
public record XmlElement(QName name, Map<QName, String> attributes, String text, List<XmlElement> children) {

    public XmlElement {
        children = List.copyOf(children);
    }

    public static XmlElement of(QName name, String text) {
        return new XmlElement(name, Map.of(), text, List.of());
    }

    public static XmlElement of(QName name, List<XmlElement> children) {
        return new XmlElement(name, Map.of(), "", children);
    }

    /**
     * Reads a whole document strictly.
     *
     * @throws XmlRefusal if it is not well-formed, has a DTD, or exceeds a limit
     */
    public static XmlElement parse(String document) {
        try (Cursor cursor = new Cursor(document)) {
            cursor.nextTag(XmlRefusal.Kind.NOT_WELL_FORMED, "the prolog");
            XmlElement root = read(cursor);
            XmlDocuments.expectEnd(cursor);
            return root;
        }
    }

    /** Reads the element at whose start the cursor stands, up to its end. Depth is bounded by the cursor. */
    static XmlElement read(Cursor cursor) {
        XMLStreamReader reader = cursor.reader();
        QName name = cursor.name();
        Map<QName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        int event = cursor.next();
        while (event != Cursor.END_ELEMENT) {
            if (event == Cursor.START_ELEMENT) {
                children.add(read(cursor));
            } else {
                text.append(reader.getText());
            }
            event = cursor.next();
        }
        return new XmlElement(name, attributes, text.toString(), children);
    }

    public Optional<String> attribute(QName attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The first child of this local name, in any namespace. */
    public Optional<XmlElement> child(String localName) {
        return children.stream()
                .filter(child -> child.name.getLocalPart().equals(localName))
                .findFirst();
    }

    /** The tree as one document in UTF-8 without an XML declaration. */
    public byte[] toDocument() {
        return new XmlOutput().element(this).toString().getBytes(StandardCharsets.UTF_8);
    }
}
