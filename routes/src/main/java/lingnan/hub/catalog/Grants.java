package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Grant.Purpose;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** The grants of {@code grants/}, one file for each consumer, checked against agencies and subjects. */
final class Grants {

    private final Agencies agencies;
    private final Subjects subjects;
    private final Findings findings;
    private final List<Grant> grants = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Grants(Agencies agencies, Subjects subjects, Findings findings) {
        this.agencies = agencies;
        this.subjects = subjects;
        this.findings = findings;
    }

    List<Grant> read(CityFolder city) {
        for (String file : city.files("grants", ".yaml")) {
            city.yaml(file).ifPresent(entries -> {
                try (entries) {
                    AgencyCode consumer = entries.required("consumer", Form.AGENCY);
                    checkAgency(entries, consumer);
                    entries.entries("grants").forEach(grant -> read(grant, consumer));
                }
            });
        }
        return grants.stream().sorted(Comparator.comparing(Grant::id)).toList();
    }

    private void read(Entries entries, AgencyCode consumer) {
        int before = findings.count();
        String id = entries.required("id", Form.CODE);
        if (!ids.add(id) && !id.isEmpty()) {
            entries.finding("id", "The id " + id + " stands twice.", "Give each grant its own id.");
        }
        SubjectCode code = entries.required("subject", Form.SUBJECT);
        List<Purpose> purposes = entries.entries("purposes").stream()
                .map(purpose -> new Purpose(purpose.required("code", Form.CODE), purpose.label("legalBasis")))
                .toList();
        if (purposes.isEmpty() && entries.has("purposes")) {
            entries.finding("purposes", "The grant has no purpose.", "Name at least one, with its legal basis.");
        }
        Set<String> keys = new LinkedHashSet<>(entries.list("keys", Form.TEXT));
        Set<String> fields = fields(entries, consumer, code);
        boolean standing = entries.optional("standing", Form.YES_NO).orElse(false);
        boolean caseRequired = entries.required("caseRequired", Form.YES_NO);
        Validity validity = Validity.read(entries);
        Agency.Basis basis = AgencyFile.basis(entries);
        checkSubject(entries, consumer, code, keys, fields);
        Grant grant = new Grant(
                id,
                consumer,
                code,
                purposes,
                Set.copyOf(keys),
                Set.copyOf(fields),
                standing,
                caseRequired,
                validity.from(),
                validity.to(),
                basis);
        grants.stream()
                .filter(other -> overlap(grant, other))
                .forEach(other -> entries.finding(
                        "id",
                        "The grant overlaps with " + other.id() + ": same subject, purpose and days.",
                        "Make one of the two, or part their days."));
        if (findings.count() == before) {
            grants.add(grant);
        }
    }

    private Set<String> fields(Entries entries, AgencyCode consumer, SubjectCode code) {
        if (entries.has("fields") == entries.has("allFieldsBut")) {
            entries.optional("fields", Form.TEXT);
            entries.finding(
                    "id", "The grant says not which fields.", "Write either fields: or allFieldsBut: with a list.");
            return Set.of();
        }
        if (entries.has("fields")) {
            return new LinkedHashSet<>(entries.list("fields", Form.TEXT));
        }
        List<String> excluded = entries.list("allFieldsBut", Form.TEXT);
        if (subjects.newest(code).isEmpty()) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>(fieldNames(code));
        excluded.stream()
                .filter(name -> !all.remove(name))
                .forEach(name -> unknownField(entries, "allFieldsBut", name));
        all.removeAll(withheld(consumer, code));
        return all;
    }

    private void checkSubject(
            Entries entries, AgencyCode consumer, SubjectCode code, Set<String> keys, Set<String> fields) {
        if (!subjects.isKnown(code)) {
            entries.finding("subject", "No subject is named " + code + ".", "Add subjects/" + code + "/.");
        }
        Optional<Subject> found = subjects.newest(code);
        found.ifPresent(subject -> {
            if (subject.provider().equals(consumer)) {
                entries.finding("subject", consumer + " provides this subject itself.", "Remove the grant.");
            }
            Set<String> keyNames = subject.keys().stream().map(Field::name).collect(Collectors.toSet());
            keys.stream()
                    .filter(key -> !keyNames.contains(key))
                    .forEach(key -> entries.finding(
                            "keys",
                            key + " is not a key of " + code + ".",
                            "Use one of "
                                    + String.join(
                                            ", ", keyNames.stream().sorted().toList()) + "."));
            checkSharing(entries, subject);
            List<String> names = fieldNames(code);
            fields.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> unknownField(entries, "fields", name));
            withheld(consumer, code).stream()
                    .filter(name -> fields.contains(name) || keys.contains(name))
                    .forEach(name -> entries.finding(
                            fields.contains(name) ? "fields" : "keys",
                            "The field " + name + " of " + code + " is withheld from " + consumer + ".",
                            "Leave it out; its schema says who may have it."));
        });
        if (keys.isEmpty() && entries.has("keys")) {
            entries.finding("keys", "The grant names no key to ask by.", "Name at least one key.");
        }
        if (fields.isEmpty() && entries.has("fields")) {
            entries.finding("fields", "The grant shows no field.", "Name at least one field.");
        }
    }

    private static void checkSharing(Entries entries, Subject subject) {
        if (subject.sharing() == Subject.Sharing.NONE) {
            entries.finding("subject", subject.code() + " is not shared.", "Remove the grant.");
        }
        if (entries.has("standing") && !subject.offer().batch()) {
            entries.finding("standing", subject.code() + " is given for a question at hand only.", "Remove standing:.");
        }
    }

    private void checkAgency(Entries entries, AgencyCode consumer) {
        if (entries.has("consumer") && !agencies.isKnown(consumer)) {
            entries.finding("consumer", "No agency is named " + consumer + ".", "Add agencies/" + consumer + ".yaml.");
        }
    }

    private List<String> withheld(AgencyCode consumer, SubjectCode code) {
        return subjects.newest(code).stream()
                .flatMap(subject -> subject.fields().stream())
                .filter(field -> !field.isOpenTo(consumer))
                .map(Field::name)
                .toList();
    }

    private void unknownField(Entries entries, String key, String name) {
        entries.finding(key, "The subject has no field " + name + ".", "Use a field of its schema.xsd.");
    }

    private List<String> fieldNames(SubjectCode code) {
        return subjects.newest(code)
                .map(subject -> subject.fields().stream().map(Field::name).toList())
                .orElse(List.of());
    }

    private static boolean overlap(Grant one, Grant other) {
        return one.consumer().equals(other.consumer())
                && one.subject().equals(other.subject())
                && one.purposes().stream().anyMatch(purpose -> other.purposes().stream()
                        .anyMatch(another -> another.code().equals(purpose.code())))
                && new Validity(one.validFrom(), one.validTo())
                        .overlaps(new Validity(other.validFrom(), other.validTo()));
    }
}
