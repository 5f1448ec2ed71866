package lingnan.hub.catalog;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Elements from a reader to a writer, with the prefixes and namespaces that they came with. */
final class XmlCopy {

    private XmlCopy() {}

    static void start(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(text(reader.getPrefix()), reader.getLocalName(), text(reader.getNamespaceURI()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = text(reader.getNamespacePrefix(i));
            if (prefix.isEmpty()) {
                writer.writeDefaultNamespace(text(reader.getNamespaceURI(i)));
            } else {
                writer.writeNamespace(prefix, text(reader.getNamespaceURI(i)));
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            writer.writeAttribute(
                    text(reader.getAttributePrefix(i)),
                    text(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
    }

    /** The element at whose start the reader stands, up to its end. */
    static void whole(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        int depth = 1;
        start(reader, writer);
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start(reader, writer);
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    writer.writeEndElement();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    writer.writeCharacters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {
                    // Comments and processing instructions say nothing to a receiver.
                }
            }
        }
    }

    /** Leaves out the element at whose start the reader stands. */
    static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** StAX leaves absent prefixes and namespaces null or empty, as the reader likes. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
