package lingnan.hub.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lingnan.hub.catalog.Subject.Answered;
import lingnan.hub.catalog.Subject.Days;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.catalog.Subject.Offer;
import lingnan.hub.catalog.Subject.Sharing;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One folder of {@code subjects/}: {@code subject.yaml}, {@code schema.xsd} and perhaps {@code mappings/}. */
final class SubjectFolder {

    private static final Form<Sharing> SHARING = Form.oneOf(Sharing.class);

    private final CityFolder city;
    private final String folder;
    private final Findings findings;

    SubjectFolder(CityFolder city, String folder, Findings findings) {
        this.city = city;
        this.folder = folder;
        this.findings = findings;
    }

    /**
     * A subject that could be read.
     *
     * @param entries to find in it what only the whole city shows
     */
    record Read(Subject subject, Entries entries) {}

    /** @param agencies all that could be read, to look the provider up */
    Optional<Read> read(Agencies agencies) {
        String file = folder + "/subject.yaml";
        if (!city.exists(file)) {
            findings.add(folder, 0, "The subject has no subject.yaml.", "Add one beside its schema.xsd.");
            return Optional.empty();
        }
        return city.yaml(file).flatMap(entries -> {
            try (entries) {
                return read(entries, agencies);
            }
        });
    }

    private Optional<Read> read(Entries entries, Agencies agencies) {
        int before = findings.count();
        SubjectCode code = code(entries);
        int version = entries.required("version", Form.NUMBER);
        Label name = entries.label("name");
        Offer offer = SubjectOffer.read(entries);
        SubjectProvider provider = new SubjectProvider(entries, agencies);
        provider.read(offer);
        Sharing sharing = entries.required("sharing", SHARING);
        Label sharingBasis = sharingBasis(entries, sharing);
        boolean aboutPersons = entries.required("aboutPersons", Form.YES_NO);
        Optional<String> operation = offer.answered() == Answered.LIVE
                ? Optional.of(entries.required("operation", Form.TEXT))
                : Optional.empty();
        Optional<SubjectCode> extended = entries.optional("extends", Form.SUBJECT);
        Validity validity = Validity.read(entries);
        provider.checkStands(validity);
        Agency.Basis basis = AgencyFile.basis(entries);
        String namespace = "urn:lingnan:gz:" + code + ":" + version;
        Optional<byte[]> schema = schemaFile();
        List<Field> fields =
                schema.map(bytes -> fields(bytes, namespace, agencies)).orElse(List.of());
        if (!fields.isEmpty() && findings.count() == before) {
            compile(fields, schema.orElseThrow());
        }
        SubjectMappings mappings = new MappingFolder(city, folder, findings)
                .read(operation.orElse("Query"), provider.needsMappings(offer));
        if (fields.isEmpty() || findings.count() > before) {
            return Optional.empty();
        }
        Subject subject = new Subject(
                code,
                version,
                name,
                provider.code(),
                provider.former(),
                provider.subsystem(),
                offer,
                sharing,
                sharingBasis,
                basis,
                aboutPersons,
                extended.orElse(null),
                new Days(validity.from(), validity.to()),
                fields,
                new XsdSubjectSchema(code, name, namespace, fields, schema.orElseThrow()),
                mappings);
        return Optional.of(new Read(subject, entries));
    }

    private SubjectCode code(Entries entries) {
        SubjectCode code = entries.required("code", Form.SUBJECT);
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        if (entries.has("code") && !name.equals(code.value()) && !name.startsWith(code + ".v")) {
            entries.finding(
                    "code",
                    "The code " + code + " is not the folder's name.",
                    "Name the folder " + code + " or " + code + ".v2.");
        }
        return code;
    }

    /** Whoever may not simply have a subject is told by which rule. */
    private static @Nullable Label sharingBasis(Entries entries, Sharing sharing) {
        if (entries.has("sharingBasis")) {
            return entries.label("sharingBasis");
        }
        if (sharing != Sharing.UNCONDITIONAL) {
            entries.finding(
                    "sharing",
                    "A subject that is not shared unconditionally names no law.",
                    "Add sharingBasis: {zh: …, en: …} with the rule.");
        }
        return null;
    }

    private Optional<byte[]> schemaFile() {
        String file = folder + "/schema.xsd";
        if (!city.exists(file)) {
            findings.add(folder, 0, "The subject has no schema.", "Add schema.xsd with a type Record.");
            return Optional.empty();
        }
        return city.bytes(file);
    }

    private List<Field> fields(byte[] schema, String namespace, Agencies agencies) {
        String file = folder + "/schema.xsd";
        Optional<RecordSchema> record = RecordSchema.read(file, schema, findings);
        record.filter(found -> !found.namespace().equals(namespace))
                .ifPresent(found -> findings.add(
                        file, 1, "The schema's targetNamespace is not the subject's.", "Write " + namespace + "."));
        List<Field> fields = record.map(RecordSchema::fields).orElse(List.of());
        fields.forEach(field -> field.withheldExcept()
                .ifPresent(few ->
                        few.stream().filter(code -> !agencies.isKnown(code)).forEach(unknownAgency(file, field))));
        return fields;
    }

    private Consumer<AgencyCode> unknownAgency(String file, Field field) {
        return code -> findings.add(
                file,
                0,
                "No agency is named " + code + ", which " + field.name() + " is not withheld from.",
                "Add agencies/" + code + ".yaml.");
    }

    private void compile(List<Field> fields, byte[] schema) {
        String file = folder + "/schema.xsd";
        try {
            Dictionary.compile(file, schema, XsdSubjectSchema.elements(fields));
        } catch (SAXParseException mistake) {
            findings.add(
                    file,
                    Math.max(0, mistake.getLineNumber()),
                    "The schema does not compile: " + sentence(mistake.getMessage()),
                    "Correct it.");
        } catch (SAXException | IllegalArgumentException refused) {
            findings.add(file, 0, "The schema does not compile: " + sentence(refused.getMessage()), "Correct it.");
        }
    }

    static String sentence(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
