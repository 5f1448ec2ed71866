package lingnan.hub.catalog;

import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import lingnan.transformers.xml.Schemas;
import org.xml.sax.SAXException;

/**
 * Checks documents against one compiled schema, in the one pass that reads them. The JDK's validator is used because it
 * knows that no year has a 30 February; it is pooled because making one costs more than using it.
 */
final class SchemaCheck {

    private static final int POOL = 32;

    private final Schema schema;
    private final String namespace;
    private final Set<String> roots;
    private final Queue<ValidationPass> idle = new ArrayBlockingQueue<>(POOL);

    /** @param roots the local names that a document's root may have */
    SchemaCheck(Schema schema, String namespace, Set<String> roots) {
        this.schema = schema;
        this.namespace = namespace;
        this.roots = roots;
    }

    /** @return empty if the document is valid, else up to three mistakes in one line, without any of its values */
    Optional<String> check(byte[] document) {
        return check(document, FieldWatch.NONE);
    }

    /** @param watch sees the records' fields on the way */
    Optional<String> check(byte[] document, FieldWatch watch) {
        ValidationPass pass = idle.poll();
        if (pass == null) {
            pass = new ValidationPass(Schemas.validatorHandler(schema));
        }
        Optional<String> mistakes = check(pass, document, watch);
        idle.offer(pass);
        return mistakes;
    }

    private Optional<String> check(ValidationPass pass, byte[] document, FieldWatch watch) {
        try {
            XMLStreamReader reader = Xml.readerAtRoot(document);
            try {
                return check(pass, reader, watch);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            return Optional.of("line " + line + ": the document is not well-formed XML, or has a DTD");
        }
    }

    private Optional<String> check(ValidationPass pass, XMLStreamReader reader, FieldWatch watch)
            throws XMLStreamException {
        try {
            if (!namespace.equals(reader.getNamespaceURI()) || !roots.contains(reader.getLocalName())) {
                return Optional.of("line " + reader.getLocation().getLineNumber() + ": the root is "
                        + SchemaMistakes.bounded(reader.getLocalName()) + " of another kind; expected "
                        + String.join(" or ", roots.stream().sorted().toList()) + " in " + namespace);
            }
            return pass.run(reader, watch);
        } catch (SAXException stopped) {
            return pass.mistakes();
        }
    }
}
