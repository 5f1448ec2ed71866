package lingnan.hub.catalog;

import java.util.Optional;
import javax.xml.validation.Schema;
import lingnan.transformers.xml.Schemas;
import org.xml.sax.SAXException;

/** The city's data elements, {@code wsdl/elements/elements.xsd}: what every subject's schema takes its types from. */
final class Dictionary {

    private static final byte[] ELEMENTS = Documents.resource("/wsdl/elements/elements.xsd");

    private Dictionary() {}

    /**
     * Compiles a schema that may use the dictionary and nothing else.
     *
     * @throws SAXException with the place of the first mistake
     */
    static Schema compile(String name, byte[] schema) throws SAXException {
        return Schemas.compile(name, schema, Dictionary::imported);
    }

    /** The schema's import need not say where the dictionary is; a path into this repository serves its editor. */
    private static Optional<byte[]> imported(String location) {
        return location.isEmpty() || location.endsWith("elements.xsd") ? Optional.of(ELEMENTS) : Optional.empty();
    }
}
