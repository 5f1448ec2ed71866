package lingnan.hub.catalog;

import java.util.List;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;

/**
 * What one agency shares. Structure, labels, keys and sensitivity come from its XSD; the rest from {@code subject.yaml}.
 *
 * @param fields in the order of the schema
 */
public record Subject(
        SubjectCode code,
        int version,
        Label name,
        AgencyCode provider,
        String providerSubsystem,
        Sharing sharing,
        Agency.Basis basis,
        boolean aboutPersons,
        List<Field> fields,
        SubjectSchema schema,
        SubjectMappings mappings) {

    /** How freely a subject is shared (three classes of the rules of 2016 and after). */
    public enum Sharing {
        UNCONDITIONAL,
        CONDITIONAL,
        NONE
    }

    /**
     * One field of a subject's record.
     *
     * @param element its type in the city's data-element dictionary
     * @param key whether a query may ask by it
     * @param person whether its value identifies a natural person
     */
    public record Field(
            String name, Label label, String element, boolean key, boolean person, Sensitivity sensitivity) {}

    /** How carefully a field is treated: shown to all grantees, to named ones, masked on screens. */
    public enum Sensitivity {
        PUBLIC,
        INTERNAL,
        PERSONAL
    }

    public List<Field> keys() {
        return fields.stream().filter(Field::key).toList();
    }

    /** The namespace of the subject's elements, {@code urn:lingnan:gz:<CODE>:<version>}. */
    public String namespace() {
        return "urn:lingnan:gz:" + code + ":" + version;
    }
}
