package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** What a grant may say, whoever says it: the city's files, or an agency that asks for one. */
public final class GrantRules {

    private final Predicate<AgencyCode> agencies;
    private final Predicate<SubjectCode> known;
    private final Function<SubjectCode, Optional<Subject>> subjects;
    private final Set<String> divisions;

    /** @param known also of subjects that could not be read, so that one mistake is not told twice */
    GrantRules(
            Predicate<AgencyCode> agencies,
            Predicate<SubjectCode> known,
            Function<SubjectCode, Optional<Subject>> subjects,
            Collection<Division> divisions) {
        this.agencies = agencies;
        this.known = known;
        this.subjects = subjects;
        this.divisions = divisions.stream().map(Division::code).collect(Collectors.toUnmodifiableSet());
    }

    public static GrantRules of(Snapshot city) {
        Function<SubjectCode, Optional<Subject>> newest = code -> city.subjects().stream()
                .filter(subject -> subject.code().equals(code))
                .findFirst();
        return new GrantRules(
                code -> city.agency(code).isPresent(),
                code -> newest.apply(code).isPresent(),
                newest,
                city.divisions());
    }

    /** The part of a grant that a problem is about. */
    public enum Part {
        ID,
        CONSUMER,
        SUBJECT,
        PURPOSES,
        KEYS,
        FIELDS,
        STANDING,
        DIVISIONS;

        /** As the city's files write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Why a grant cannot be, and what to do about it.
     *
     * @param what a sentence
     * @param remedy another
     */
    public record Problem(Part part, String what, String remedy) {}

    /** All that is wrong with a grant by itself; empty if nothing is. */
    public List<Problem> problems(Grant grant) {
        List<Problem> problems = new ArrayList<>(consumer(grant.consumer()));
        problems.addAll(blanks(grant));
        problems.addAll(content(grant));
        return problems;
    }

    /** Of two grants for the same subject, purpose and days nobody could say which one counts. */
    public Optional<Problem> overlap(Grant grant, Collection<Grant> others) {
        return others.stream()
                .filter(other -> isSame(grant, other))
                .findFirst()
                .map(other -> new Problem(
                        Part.ID,
                        "The grant overlaps with " + other.id() + ": same subject, purpose and days.",
                        "Make one of the two, or part their days."));
    }

    List<Problem> consumer(AgencyCode consumer) {
        return agencies.test(consumer)
                ? List.of()
                : List.of(new Problem(
                        Part.CONSUMER,
                        "No agency is named " + consumer + ".",
                        "Use the code of an agency, or add agencies/" + consumer + ".yaml."));
    }

    /** What is named, but with nothing in it. */
    List<Problem> blanks(Grant grant) {
        List<Problem> problems = new ArrayList<>();
        if (grant.purposes().isEmpty()) {
            problems.add(new Problem(
                    Part.PURPOSES, "The grant has no purpose.", "Name at least one, with its legal basis."));
        }
        if (grant.keys().isEmpty()) {
            problems.add(new Problem(Part.KEYS, "The grant names no key to ask by.", "Name at least one key."));
        }
        if (grant.fields().isEmpty()) {
            problems.add(new Problem(Part.FIELDS, "The grant shows no field.", "Name at least one field."));
        }
        return problems;
    }

    List<Problem> content(Grant grant) {
        List<Problem> problems = new ArrayList<>();
        SubjectCode code = grant.subject();
        if (!known.test(code)) {
            problems.add(new Problem(
                    Part.SUBJECT,
                    "No subject is named " + code + ".",
                    "Use the code of a subject, or add subjects/" + code + "/."));
        }
        subjects.apply(code).ifPresent(subject -> {
            problems.addAll(sharing(grant, subject));
            problems.addAll(keys(grant, subject));
            problems.addAll(fields(grant, subject));
            problems.addAll(divisions(grant, subject));
        });
        return problems;
    }

    private static List<Problem> sharing(Grant grant, Subject subject) {
        List<Problem> problems = new ArrayList<>();
        if (subject.provider().equals(grant.consumer())) {
            problems.add(new Problem(
                    Part.SUBJECT, grant.consumer() + " provides this subject itself.", "It needs no grant."));
        }
        if (subject.sharing() == Subject.Sharing.NONE) {
            problems.add(new Problem(
                    Part.SUBJECT, subject.code() + " is not shared.", "Its sharing class allows no grant."));
        }
        if (grant.standing() && !subject.offer().batch()) {
            problems.add(new Problem(
                    Part.STANDING, subject.code() + " is given for a question at hand only.", "Leave standing out."));
        }
        return problems;
    }

    private static List<Problem> keys(Grant grant, Subject subject) {
        Set<String> names = subject.keys().stream().map(Field::name).collect(Collectors.toSet());
        return grant.keys().stream()
                .filter(key -> !names.contains(key))
                .sorted()
                .map(key -> new Problem(
                        Part.KEYS,
                        key + " is not a key of " + subject.code() + ".",
                        "Use one of "
                                + String.join(", ", names.stream().sorted().toList()) + "."))
                .toList();
    }

    private static List<Problem> fields(Grant grant, Subject subject) {
        Set<String> names = subject.fields().stream().map(Field::name).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>(grant.fields().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> unknownField(Part.FIELDS, name))
                .toList());
        subject.fields().stream()
                .filter(field -> !field.isOpenTo(grant.consumer()))
                .map(Field::name)
                .filter(name -> grant.fields().contains(name) || grant.keys().contains(name))
                .forEach(name -> problems.add(new Problem(
                        grant.fields().contains(name) ? Part.FIELDS : Part.KEYS,
                        "The field " + name + " of " + subject.code() + " is withheld from " + grant.consumer() + ".",
                        "Leave it out; its schema says who may have it.")));
        return problems;
    }

    static Problem unknownField(Part part, String name) {
        return new Problem(part, "The subject has no field " + name + ".", "Use a field of its schema.xsd.");
    }

    private List<Problem> divisions(Grant grant, Subject subject) {
        List<Problem> problems = new ArrayList<>(grant.divisions().stream()
                .filter(code -> !divisions.contains(code))
                .sorted()
                .map(code -> new Problem(
                        Part.DIVISIONS, "No division has the code " + code + ".", "Use a code of divisions/."))
                .toList());
        if (!grant.divisions().isEmpty() && DivisionLimit.fields(subject).isEmpty()) {
            problems.add(new Problem(
                    Part.DIVISIONS,
                    "A record of " + subject.code() + " does not say of which division it is.",
                    "Leave divisions out: it can only be granted for everywhere."));
        }
        return problems;
    }

    private static boolean isSame(Grant one, Grant other) {
        return one.consumer().equals(other.consumer())
                && one.subject().equals(other.subject())
                && one.purposes().stream().anyMatch(purpose -> other.purposes().stream()
                        .anyMatch(another -> another.code().equals(purpose.code())))
                && new Validity(one.validFrom(), one.validTo())
                        .overlaps(new Validity(other.validFrom(), other.validTo()));
    }
}
