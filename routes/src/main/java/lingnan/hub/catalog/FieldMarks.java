package lingnan.hub.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.catalog.Subject.Sensitivity;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import org.jspecify.annotations.Nullable;

/** What the annotation of one field says, up to the field's end tag. */
final class FieldMarks {

    private static final String CATALOG = "urn:lingnan:catalog:1";

    private final String file;
    private final Findings findings;
    private final String name;
    private final int line;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private boolean key;
    private boolean person;
    private @Nullable Sensitivity sensitivity;
    private Optional<Set<AgencyCode>> withheldExcept = Optional.empty();

    FieldMarks(String file, Findings findings, String name, int line) {
        this.file = file;
        this.findings = findings;
        this.name = name;
        this.line = line;
    }

    void read(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT && !documentation(reader)) {
                depth++;
                mark(reader);
            }
        }
    }

    private boolean documentation(XMLStreamReader reader) throws XMLStreamException {
        if (!reader.getLocalName().equals("documentation")) {
            return false;
        }
        String language = reader.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        labels.put(String.valueOf(language), reader.getElementText().strip());
        return true;
    }

    private void mark(XMLStreamReader reader) {
        if (!CATALOG.equals(reader.getNamespaceURI()) || !reader.getLocalName().equals("field")) {
            return;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            switch (reader.getAttributeLocalName(i)) {
                case "key" -> key = isTrue(reader, value);
                case "person" -> person = isTrue(reader, value);
                case "sensitivity" -> sensitivity = sensitivity(reader, value);
                case "withheldExcept" -> withheldExcept = Optional.of(agencies(reader, value));
                default ->
                    findings.add(
                            file,
                            line(reader),
                            "The mark " + reader.getAttributeLocalName(i) + " is not known.",
                            "Use key, person, sensitivity or withheldExcept.");
            }
        }
    }

    private boolean isTrue(XMLStreamReader reader, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            findings.add(
                    file, line(reader), "A mark of " + name + " is neither true nor false.", "Write true or false.");
        }
        return value.equals("true");
    }

    private @Nullable Sensitivity sensitivity(XMLStreamReader reader, String value) {
        for (Sensitivity known : Sensitivity.values()) {
            if (known.name().equals(value)) {
                return known;
            }
        }
        findings.add(
                file,
                line(reader),
                "The sensitivity of " + name + " is not known.",
                "Use PUBLIC, INTERNAL or PERSONAL.");
        return Sensitivity.PERSONAL;
    }

    private Set<AgencyCode> agencies(XMLStreamReader reader, String value) {
        try {
            return Arrays.stream(value.strip().split("\\s+"))
                    .filter(code -> !code.isEmpty())
                    .map(AgencyCode::of)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException noCode) {
            findings.add(
                    file,
                    line(reader),
                    "Those that " + name + " is not withheld from are no codes of agencies.",
                    "Write codes apart by spaces, or nothing to withhold it from all.");
            return Set.of();
        }
    }

    Field field(String element) {
        Sensitivity stated = sensitivity;
        if (stated == null) {
            findings.add(
                    file,
                    line,
                    "The field " + name + " has no sensitivity.",
                    "Add <xs:appinfo><c:field sensitivity=\"…\"/></xs:appinfo> to its annotation.");
            stated = Sensitivity.PERSONAL;
        }
        for (String language : List.of("zh", "en")) {
            if (labels.getOrDefault(language, "").isEmpty()) {
                findings.add(
                        file,
                        line,
                        "The field " + name + " has no label in " + language + ".",
                        "Add <xs:documentation xml:lang=\"" + language + "\">…</xs:documentation>.");
            }
        }
        Label label = new Label(labels.getOrDefault("zh", ""), labels.getOrDefault("en", ""));
        return new Field(name, label, element, key, person, stated, withheldExcept);
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }
}
