package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingnan.hub.catalog.Subject.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a subject's XSD says of its fields: the elements in the sequence of {@code Record}, their dictionary types,
 * and the labels and {@code c:field} marks in their annotations. Whether the XSD is a valid schema is not judged here.
 */
final class RecordSchema {

    static final String ELEMENTS = "urn:lingnan:elements:1";
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    private final String file;
    private final Findings findings;
    private final List<Field> fields = new ArrayList<>();
    private String namespace = "";

    private RecordSchema(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @return empty if the file is not XML; other mistakes are findings beside what could be read */
    static Optional<RecordSchema> read(String file, byte[] schema, Findings findings) {
        RecordSchema record = new RecordSchema(file, findings);
        try {
            XMLStreamReader reader = Xml.reader(schema);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    record.element(reader);
                }
            }
            reader.close();
            record.checkWhole();
            return Optional.of(record);
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            findings.add(file, line, "The schema is not well-formed XML.", "Correct the markup.");
            return Optional.empty();
        }
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    String namespace() {
        return namespace;
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        if (!XSD.equals(reader.getNamespaceURI())) {
            return;
        }
        if (reader.getLocalName().equals("schema")) {
            namespace = attribute(reader, "targetNamespace").orElse("");
        } else if (reader.getLocalName().equals("element")) {
            field(reader);
        } else if (reader.getLocalName().equals("complexType")
                && !attribute(reader, "name").equals(Optional.of("Record"))) {
            findings.add(
                    file, line(reader), "Only the type Record is read.", "Remove it: a record is flat, of one type.");
        }
    }

    private void field(XMLStreamReader reader) throws XMLStreamException {
        int line = line(reader);
        String name = attribute(reader, "name").orElse("");
        if (name.isEmpty()) {
            findings.add(file, line, "A field has no name.", "Give it a name; references are not read.");
        }
        if (fields.stream().anyMatch(field -> field.name().equals(name))) {
            findings.add(file, line, "The field " + name + " stands twice.", "Keep one of the two.");
        }
        if (!attribute(reader, "maxOccurs").orElse("1").equals("1")) {
            findings.add(file, line, "The field " + name + " repeats.", "A field has one value: remove maxOccurs.");
        }
        String element = dictionaryType(reader, name, line);
        FieldMarks marks = new FieldMarks(file, findings, name, line);
        marks.read(reader);
        Field field = marks.field(element);
        Dictionary.leastSensitivity(element)
                .filter(least -> field.sensitivity().compareTo(least) < 0)
                .ifPresent(least -> findings.add(
                        file,
                        line,
                        "The field " + name + " is less sensitive than any " + element + " is.",
                        "Write " + least + " at least."));
        fields.add(field);
    }

    private String dictionaryType(XMLStreamReader reader, String name, int line) {
        String type = attribute(reader, "type").orElse("");
        int colon = type.indexOf(':');
        if (colon > 0 && ELEMENTS.equals(reader.getNamespaceURI(type.substring(0, colon)))) {
            return type.substring(colon + 1);
        }
        findings.add(
                file,
                line,
                "The type of the field " + name + " is not of the dictionary.",
                "Use a type of " + ELEMENTS + ", such as e:Address.");
        return "";
    }

    private void checkWhole() {
        if (fields.isEmpty()) {
            findings.add(file, 0, "The schema has no fields.", "Give the complexType Record a sequence of elements.");
        } else if (fields.stream().noneMatch(Field::key)) {
            findings.add(file, 0, "No field is a key.", "Mark at least one with <c:field key=\"true\" …/>.");
        }
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(value(reader, name));
    }

    private static @Nullable String value(XMLStreamReader reader, String name) {
        return reader.getAttributeValue("", name);
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }
}
