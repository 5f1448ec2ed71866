package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lingnan.hub.catalog.Grant.Purpose;
import lingnan.hub.catalog.GrantRules.Problem;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** The grants of {@code grants/}, one file for each consumer, checked against agencies and subjects. */
final class Grants {

    /** Ids that the hub gives to grants that were asked for. */
    private static final Pattern GIVEN = Pattern.compile("[RG]-[0-9]{4}-[0-9]+");

    private final GrantRules rules;
    private final Subjects subjects;
    private final Findings findings;
    private final List<Grant> grants = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Grants(Agencies agencies, Subjects subjects, List<Division> divisions, Findings findings) {
        this.rules = new GrantRules(agencies::isKnown, subjects::isKnown, subjects::newest, divisions);
        this.subjects = subjects;
        this.findings = findings;
    }

    List<Grant> read(CityFolder city) {
        for (String file : city.files("grants", ".yaml")) {
            city.yaml(file).ifPresent(entries -> {
                try (entries) {
                    AgencyCode consumer = entries.required("consumer", Form.AGENCY);
                    if (entries.has("consumer")) {
                        rules.consumer(consumer).forEach(problem -> report(entries, problem));
                    }
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
        if (GIVEN.matcher(id).matches()) {
            entries.finding("id", "The id " + id + " is of those that are given on request.", "Use another form.");
        }
        SubjectCode code = entries.required("subject", Form.SUBJECT);
        List<Purpose> purposes = entries.entries("purposes").stream()
                .map(purpose -> new Purpose(purpose.required("code", Form.CODE), purpose.label("legalBasis")))
                .toList();
        Set<String> keys = new LinkedHashSet<>(entries.list("keys", Form.TEXT));
        Set<String> fields = fields(entries, consumer, code);
        List<String> divisions = entries.has("divisions") ? entries.list("divisions", Form.TEXT) : List.of();
        boolean standing = entries.optional("standing", Form.YES_NO).orElse(false);
        boolean caseRequired = entries.required("caseRequired", Form.YES_NO);
        Validity validity = Validity.read(entries);
        Agency.Basis basis = AgencyFile.basis(entries);
        Grant grant = new Grant(
                id,
                consumer,
                code,
                purposes,
                Set.copyOf(keys),
                Set.copyOf(fields),
                Set.copyOf(divisions),
                standing,
                caseRequired,
                validity.from(),
                validity.to(),
                basis);
        check(entries, grant);
        if (findings.count() == before) {
            grants.add(grant);
        }
    }

    private void check(Entries entries, Grant grant) {
        if (grant.divisions().isEmpty() && entries.has("divisions")) {
            entries.finding("divisions", "The grant names no division.", "Name one, or leave divisions: out.");
        }
        rules.blanks(grant).stream()
                .filter(problem -> entries.has(problem.part().key()))
                .forEach(problem -> report(entries, problem));
        rules.content(grant).forEach(problem -> report(entries, problem));
        rules.overlap(grant, grants).ifPresent(problem -> report(entries, problem));
    }

    private static void report(Entries entries, Problem problem) {
        entries.finding(problem.part().key(), problem.what(), problem.remedy());
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
                .map(name -> GrantRules.unknownField(GrantRules.Part.FIELDS, name))
                .forEach(problem -> entries.finding("allFieldsBut", problem.what(), problem.remedy()));
        all.removeAll(withheld(consumer, code));
        return all;
    }

    private List<String> withheld(AgencyCode consumer, SubjectCode code) {
        return subjects.newest(code).stream()
                .flatMap(subject -> subject.fields().stream())
                .filter(field -> !field.isOpenTo(consumer))
                .map(Field::name)
                .toList();
    }

    private List<String> fieldNames(SubjectCode code) {
        return subjects.newest(code)
                .map(subject -> subject.fields().stream().map(Field::name).toList())
                .orElse(List.of());
    }
}
