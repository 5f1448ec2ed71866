package lingnan.hub.catalog;

import java.util.List;
import java.util.Optional;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.catalog.Subject.Sharing;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import lingnan.transformers.mapping.Mapping;
import lingnan.transformers.mapping.MappingRefusal;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One folder of {@code subjects/}: {@code subject.yaml}, {@code schema.xsd} and perhaps {@code mappings/}. */
final class SubjectFolder {

    private static final Form<Sharing> SHARING = Form.oneOf(Sharing.class);
    private static final Form<String> LIVE = new Form<>("LIVE", "LIVE", SubjectFolder::live);

    private final CityFolder city;
    private final String folder;
    private final Findings findings;

    SubjectFolder(CityFolder city, String folder, Findings findings) {
        this.city = city;
        this.folder = folder;
        this.findings = findings;
    }

    /** @param agencies all that could be read, to look the provider up */
    Optional<DatedSubject> read(Agencies agencies) {
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

    private Optional<DatedSubject> read(Entries entries, Agencies agencies) {
        int before = findings.count();
        SubjectCode code = code(entries);
        int version = entries.required("version", Form.NUMBER);
        Label name = entries.label("name");
        AgencyCode provider = entries.required("provider", Form.AGENCY);
        String subsystem = entries.required("subsystem", Form.TEXT);
        checkProvider(entries, agencies, provider, subsystem);
        entries.required("answered", LIVE);
        Sharing sharing = entries.required("sharing", SHARING);
        Optional<String> sharingBasis = entries.optional("sharingBasis", Form.TEXT);
        if (sharing == Sharing.NONE && sharingBasis.isEmpty()) {
            entries.finding(
                    "sharing", "A subject that is not shared names no law.", "Add sharingBasis: with the rule.");
        }
        boolean aboutPersons = entries.required("aboutPersons", Form.YES_NO);
        String operation = entries.required("operation", Form.TEXT);
        Validity validity = Validity.read(entries);
        Agency.Basis basis = AgencyFile.basis(entries);
        String namespace = "urn:lingnan:gz:" + code + ":" + version;
        Optional<byte[]> schemaFile = schemaFile();
        List<Field> fields = schemaFile.map(bytes -> fields(bytes, namespace)).orElse(List.of());
        Optional<SubjectSchema> schema =
                fields.isEmpty() ? Optional.empty() : compile(code, name, namespace, fields, schemaFile.orElseThrow());
        MappingFiles mappings = mappings(operation, needsMappings(agencies, provider));
        if (schema.isEmpty() || findings.count() > before) {
            return Optional.empty();
        }
        Subject subject = new Subject(
                code,
                version,
                name,
                provider,
                subsystem,
                sharing,
                basis,
                aboutPersons,
                fields,
                schema.orElseThrow(),
                mappings);
        return Optional.of(new DatedSubject(subject, validity));
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

    private static void checkProvider(Entries entries, Agencies agencies, AgencyCode provider, String subsystem) {
        if (!agencies.isKnown(provider)) {
            entries.finding("provider", "No agency is named " + provider + ".", "Add agencies/" + provider + ".yaml.");
            return;
        }
        agencies.find(provider).ifPresent(agency -> {
            if (!agency.subsystems().contains(subsystem)) {
                entries.finding(
                        "subsystem",
                        provider + " has no subsystem " + subsystem + ".",
                        "Use one of " + String.join(", ", agency.subsystems()) + ".");
            }
            if (agency.service() == null) {
                entries.finding("provider", provider + " has no service to call.", "Add service: to its file.");
            }
        });
    }

    private Optional<byte[]> schemaFile() {
        String file = folder + "/schema.xsd";
        if (!city.exists(file)) {
            findings.add(folder, 0, "The subject has no schema.", "Add schema.xsd with a type Record.");
            return Optional.empty();
        }
        return city.bytes(file);
    }

    private List<Field> fields(byte[] schema, String namespace) {
        String file = folder + "/schema.xsd";
        Optional<RecordSchema> record = RecordSchema.read(file, schema, findings);
        record.filter(found -> !found.namespace().equals(namespace))
                .ifPresent(found -> findings.add(
                        file, 1, "The schema's targetNamespace is not the subject's.", "Write " + namespace + "."));
        return record.map(RecordSchema::fields).orElse(List.of());
    }

    private Optional<SubjectSchema> compile(
            SubjectCode code, Label name, String namespace, List<Field> fields, byte[] schema) {
        String file = folder + "/schema.xsd";
        int before = findings.count();
        try {
            Dictionary.compile(file, schema);
            return findings.count() == before
                    ? Optional.of(new XsdSubjectSchema(code, name, namespace, fields, schema))
                    : Optional.empty();
        } catch (SAXParseException mistake) {
            findings.add(
                    file,
                    Math.max(0, mistake.getLineNumber()),
                    "The schema does not compile: " + sentence(mistake.getMessage()),
                    "Correct it.");
        } catch (SAXException | IllegalArgumentException refused) {
            findings.add(file, 0, "The schema does not compile: " + sentence(refused.getMessage()), "Correct it.");
        }
        return Optional.empty();
    }

    /** A provider whose own file is broken has its findings there. */
    private static boolean needsMappings(Agencies agencies, AgencyCode provider) {
        return agencies.find(provider)
                .flatMap(Agency::calledBy)
                .filter(service -> !service.dialect().equals("canonical"))
                .isPresent();
    }

    private MappingFiles mappings(String operation, boolean needed) {
        Optional<Mapping> request = mapping("request.xsl");
        Optional<Mapping> answer = mapping("answer.xsl");
        if (needed) {
            for (String name : List.of("request.xsl", "answer.xsl")) {
                if (!city.exists(folder + "/mappings/" + name)) {
                    findings.add(
                            folder,
                            0,
                            "The provider is not canonical, and mappings/" + name + " is missing.",
                            "Add the stylesheet.");
                }
            }
        }
        return new MappingFiles(operation, request, answer);
    }

    private Optional<Mapping> mapping(String name) {
        String file = folder + "/mappings/" + name;
        if (!city.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mapping.compile(city.path(file)));
        } catch (MappingRefusal refused) {
            refused.findings()
                    .forEach(mistake -> findings.add(
                            file,
                            mistake.line(),
                            "The mapping does not compile: " + sentence(mistake.what()),
                            "Correct it."));
            return Optional.empty();
        }
    }

    private static String sentence(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private static String live(String text) {
        if (!text.equals("LIVE")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** A subject with the days on which new queries may use this version. */
    record DatedSubject(Subject subject, Validity validity) {}
}
