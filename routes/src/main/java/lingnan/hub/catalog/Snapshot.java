package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.kernel.WorkingDayCalendar;

/** The city at one moment, immutable. */
public interface Snapshot {

    /** The newest period of each code, in their order; bodies that have ended too. */
    List<Agency> agencies();

    /** In the order of their codes, the newest version of each. */
    List<Subject> subjects();

    /** The newest period of that code, even one that has ended. */
    Optional<Agency> agency(AgencyCode code);

    /** The period of that code on a day: the name that it then had. */
    default Optional<Agency> agency(AgencyCode code, LocalDate day) {
        return agency(code).filter(agency -> agency.isValidOn(day));
    }

    /** Those that stood on a day, in the order of their codes. */
    default List<Agency> agencies(LocalDate day) {
        return agencies().stream()
                .map(agency -> agency(agency.code(), day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who provided a subject on a day, under the name of that day. */
    default Optional<Agency> provider(Subject subject, LocalDate day) {
        AgencyCode former = subject.formerProvider();
        return agency(subject.provider(), day).or(() -> former == null ? Optional.empty() : agency(former, day));
    }

    /**
     * Who answers for a subject on a day: its provider, or whoever followed it; of a subject that is not shared on that day
     * the provider of its newest version. Empty if there is no such subject.
     */
    default Optional<AgencyCode> answersFor(SubjectCode code, LocalDate day) {
        return subject(code, day)
                .or(() -> subjects().stream()
                        .filter(subject -> subject.code().equals(code))
                        .findFirst())
                .map(subject -> provider(subject, day)
                        .map(Agency::code)
                        .orElseGet(() -> actsFor(subject.provider(), day).first()));
    }

    /**
     * Who acts for a body on a day: the body itself while it stands, afterwards those to which its duties went, one after
     * another; itself if nobody followed it. Never empty.
     */
    default SortedSet<AgencyCode> actsFor(AgencyCode body, LocalDate day) {
        return Succession.of(this, body, day);
    }

    /** All bodies for which an agency acts on a day, itself among them. */
    default SortedSet<AgencyCode> bodiesOf(AgencyCode acting, LocalDate day) {
        SortedSet<AgencyCode> bodies = new TreeSet<>(List.of(acting));
        agencies().stream()
                .map(Agency::code)
                .filter(body -> actsFor(body, day).contains(acting))
                .forEach(bodies::add);
        return bodies;
    }

    /** Those that are valid on a day, the newest version of each, in the order of their codes. */
    default List<Subject> subjects(LocalDate day) {
        return subjects().stream()
                .map(subject -> subject(subject.code(), day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** In the order of their codes; ended and future ones too. */
    default List<Programme> programmes() {
        return List.of();
    }

    /** The newest version valid on that day. */
    Optional<Subject> subject(SubjectCode code, LocalDate day);

    /** A pinned version. */
    Optional<Subject> subject(SubjectCode code, int version);

    /** In the order of their ids; ended and future ones too. */
    List<Grant> grants();

    /** The same of one consumer on one subject. */
    default List<Grant> grants(AgencyCode consumer, SubjectCode subject) {
        return grants().stream()
                .filter(grant ->
                        grant.consumer().equals(consumer) && grant.subject().equals(subject))
                .toList();
    }

    /** In the order of their codes; withdrawn ones too. */
    List<Division> divisions();

    /** Working days; a year without an official arrangement is assumed to be worked from Monday to Friday. */
    WorkingDayCalendar calendar();

    /** The rules that say how soon a request for a grant is answered, in the order of their days; they do not overlap. */
    default List<SharingRule> sharingRules() {
        return List.of();
    }

    /** The rule of a day, which holds for the requests made on it. */
    default Optional<SharingRule> sharingRule(LocalDate day) {
        return sharingRules().stream().filter(rule -> rule.isValidOn(day)).findFirst();
    }

    /** The day that the city's figures are counted on; far ahead if it names none, when all that stands counts. */
    default LocalDate countedOn() {
        return LocalDate.of(2100, 1, 1);
    }

    /** The X-Road instance of the city, such as {@code GZ}. */
    String instance();
}
