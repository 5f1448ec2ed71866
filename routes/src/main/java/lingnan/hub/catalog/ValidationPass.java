package lingnan.hub.catalog;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Feeds one document from a StAX reader to a validator. Used by one thread at a time, again and again. */
final class ValidationPass {

    private final ValidatorHandler validator;
    private final SchemaMistakes mistakes = new SchemaMistakes();
    private final AttributesImpl attributes = new AttributesImpl();

    ValidationPass(ValidatorHandler validator) {
        this.validator = validator;
        validator.setErrorHandler(mistakes);
    }

    /**
     * @param reader at the start of the root
     * @throws SAXException if the validator stopped early; {@link #mistakes()} tells why
     */
    Optional<String> run(XMLStreamReader reader, FieldWatch watch) throws XMLStreamException, SAXException {
        mistakes.begin(reader);
        validator.startDocument();
        start(reader);
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start(reader);
                    watch.start(reader, depth);
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(reader);
                    depth--;
                    watch.end(depth);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    watch.text(reader);
                    validator.characters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("An entity is not declared", reader.getLocation());
                default -> {
                    // Comments and processing instructions are nothing to a schema.
                }
            }
        }
        validator.endDocument();
        return mistakes();
    }

    Optional<String> mistakes() {
        return mistakes.sentence();
    }

    private void start(XMLStreamReader reader) throws SAXException {
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            validator.startPrefixMapping(
                    XmlCopy.text(reader.getNamespacePrefix(i)), XmlCopy.text(reader.getNamespaceURI(i)));
        }
        attributes.clear();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            attributes.addAttribute(
                    XmlCopy.text(reader.getAttributeNamespace(i)),
                    name,
                    qualified(reader.getAttributePrefix(i), name),
                    "CDATA",
                    reader.getAttributeValue(i));
        }
        String name = reader.getLocalName();
        validator.startElement(
                XmlCopy.text(reader.getNamespaceURI()), name, qualified(reader.getPrefix(), name), attributes);
    }

    private void end(XMLStreamReader reader) throws SAXException {
        String name = reader.getLocalName();
        validator.endElement(XmlCopy.text(reader.getNamespaceURI()), name, qualified(reader.getPrefix(), name));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            validator.endPrefixMapping(XmlCopy.text(reader.getNamespacePrefix(i)));
        }
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
