package lingnan.transformers.xml;

import java.util.Locale;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** A hardened reader's events without what SOAP forbids: a DTD, an entity or a processing instruction is refused. */
final class Cursor implements AutoCloseable, XMLStreamConstants {

    private final XMLStreamReader2 reader;

    Cursor(String document) {
        refuseNonCharacter(document, '\uFFFE');
        refuseNonCharacter(document, '\uFFFF');
        try {
            reader = HardenedXml.reader2(document);
        } catch (XMLStreamException e) {
            throw ParserWords.refusal(e, e.getLocation());
        }
        if ("1.1".equals(reader.getVersion())) {
            throw refusal(XmlRefusal.Kind.NOT_WELL_FORMED, "XML 1.1 is not read; send XML 1.0.");
        }
    }

    /** The parser lets these two pass, which XML does not. */
    private static void refuseNonCharacter(String document, char c) {
        int at = document.indexOf(c);
        if (at >= 0) {
            String before = document.substring(0, at);
            throw new XmlRefusal(
                    XmlRefusal.Kind.NOT_WELL_FORMED,
                    1 + (int) before.chars().filter(b -> b == '\n').count(),
                    at - before.lastIndexOf('\n'),
                    "The character U+" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + " is not allowed.");
        }
    }

    /** The next event; comments are passed over. */
    int next() {
        try {
            while (true) {
                int event = reader.next();
                switch (event) {
                    case COMMENT -> {
                        // says nothing to a machine
                    }
                    case DTD -> throw refusal(XmlRefusal.Kind.DTD, "A document type declaration is not allowed.");
                    case ENTITY_REFERENCE ->
                        throw refusal(
                                XmlRefusal.Kind.ENTITY, "The entity " + reader.getLocalName() + " is not declared.");
                    case PROCESSING_INSTRUCTION ->
                        throw refusal(
                                XmlRefusal.Kind.PROCESSING_INSTRUCTION, "A processing instruction is not allowed.");
                    default -> {
                        return event;
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw ParserWords.refusal(e, reader.getLocation());
        }
    }

    /** The next event that is not white space. */
    int nextTag(XmlRefusal.Kind otherwise, String place) {
        while (true) {
            int event = next();
            if (event == SPACE || ((event == CHARACTERS || event == CDATA) && reader.isWhiteSpace())) {
                continue;
            }
            if (event == CHARACTERS || event == CDATA) {
                throw refusal(otherwise, "Text stands directly in " + place + ".");
            }
            return event;
        }
    }

    boolean isAt(String namespace, String localName) {
        return localName.equals(reader.getLocalName()) && namespace.equals(reader.getNamespaceURI());
    }

    QName name() {
        return reader.getName();
    }

    XMLStreamReader2 reader() {
        return reader;
    }

    XmlRefusal refusal(XmlRefusal.Kind kind, String reason) {
        Location at = reader.getLocation();
        return new XmlRefusal(kind, at.getLineNumber(), at.getColumnNumber(), reason);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw ParserWords.refusal(e, reader.getLocation());
        }
    }
}
