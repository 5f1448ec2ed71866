package lingnan.hub.console.city;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Programme;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;

/** The city on one day in one reader's language: what every page about it starts from, and what all have on top. */
final class CityDay {

    private final Snapshot city;
    private final LocalDate day;
    private final LocalDate today;
    private final Words words;
    private final List<Agency> agencies;
    private final Map<SubjectCode, Subject> subjects;
    private final List<Programme> programmes;
    private final List<Grant> grants;
    private final List<Grant> inForce;
    private final Map<String, GrantsInForce.Revoked> revoked;
    private final Set<String> stated;
    private final Map<SubjectCode, Set<AgencyCode>> consumers;

    /**
     * @param grants all that were ever given, whatever has become of them
     * @param revoked those of them that were revoked, by their ids
     */
    CityDay(
            Snapshot city,
            List<Grant> grants,
            Map<String, GrantsInForce.Revoked> revoked,
            LocalDate day,
            LocalDate today,
            Words words) {
        this.revoked = revoked;
        this.stated = city.grants().stream().map(Grant::id).collect(Collectors.toSet());
        this.city = city;
        this.day = day;
        this.today = today;
        this.words = words;
        this.agencies = city.agencies(day);
        this.subjects = city.subjects(day).stream()
                .collect(Collectors.toMap(Subject::code, Function.identity(), (one, two) -> one, TreeMap::new));
        this.programmes = city.programmes().stream()
                .filter(programme -> programme.isValidOn(day))
                .toList();
        this.grants = grants.stream()
                .filter(grant -> subjects.containsKey(grant.subject()))
                .sorted(Comparator.comparing((Grant grant) -> state(grant))
                        .thenComparing(Grant::consumer)
                        .thenComparing(Grant::subject)
                        .thenComparing(Grant::id))
                .toList();
        this.inForce = this.grants.stream()
                .filter(grant -> state(grant) == GrantState.IN_FORCE)
                .filter(grant -> city.agency(grant.consumer(), day).isPresent())
                .toList();
        this.consumers = inForce.stream()
                .collect(
                        Collectors.groupingBy(Grant::subject, Collectors.mapping(Grant::consumer, Collectors.toSet())));
    }

    /** Something that has a page: its code, its name in the reader's language and in the other one. */
    record Named(String code, String name, String other, String href) {}

    /** One figure of the city and where to see it in full. */
    record Figure(String word, int count, String href) {}

    /** Where something comes from, and the citation in the words of its file; empty if there is none. */
    record Cited(String word, String citation) {}

    /** A day that is worth a look: today, the day of the city's figures, the days on which agencies changed. */
    record Day(String word, LocalDate on, String href) {}

    Snapshot city() {
        return city;
    }

    Words words() {
        return words;
    }

    public LocalDate on() {
        return day;
    }

    public boolean isToday() {
        return day.equals(today);
    }

    List<Agency> agencies() {
        return agencies;
    }

    List<Subject> subjects() {
        return List.copyOf(subjects.values());
    }

    Optional<Subject> subject(SubjectCode code) {
        return Optional.ofNullable(subjects.get(code));
    }

    List<Programme> programmes() {
        return programmes;
    }

    List<Programme> programmes(SubjectCode subject) {
        return programmes.stream()
                .filter(programme -> programme.subjects().contains(subject))
                .toList();
    }

    /** On the subjects of the day; those in force first, then those to come, then those that are over. */
    List<Grant> grants() {
        return grants;
    }

    List<Grant> inForce() {
        return inForce;
    }

    /** How many agencies may ask for it. */
    int consumers(SubjectCode subject) {
        return consumers.getOrDefault(subject, Set.of()).size();
    }

    GrantState state(Grant grant) {
        return GrantState.of(grant, revoked.get(grant.id()), day);
    }

    /** What it rests on: a file of the city says so, or its provider gave it when it was asked. */
    Cited basis(Grant grant) {
        return stated.contains(grant.id()) ? basis(grant.basis()) : new Cited(words.say("basis.decided"), "");
    }

    Cited basis(Agency.Basis basis) {
        return new Cited(words.say("basis", basis.kind()), basis.citation());
    }

    /** Its last day, or the day of its revocation; empty if it goes on. */
    Optional<LocalDate> end(Grant grant) {
        return state(grant) == GrantState.REVOKED
                ? Optional.ofNullable(revoked.get(grant.id())).map(GrantsInForce.Revoked::on)
                : Optional.ofNullable(grant.validTo());
    }

    AgencyCode provider(Subject subject) {
        return city.provider(subject, day).map(Agency::code).orElse(subject.provider());
    }

    Named named(Agency agency) {
        return named("/agencies/", agency.code().value(), agency.name());
    }

    /** Under the name of the day; an agency that does not stand on it under its newest one. */
    Named named(AgencyCode code) {
        return city.agency(code, day)
                .or(() -> city.agency(code))
                .map(this::named)
                .orElseGet(() -> new Named(code.value(), code.value(), "", link("/agencies/" + code)));
    }

    Named named(Subject subject) {
        return named("/subjects/", subject.code().value(), subject.name());
    }

    Named named(Programme programme) {
        return named("/programmes/", programme.code(), programme.name());
    }

    private Named named(String folder, String code, Label label) {
        return new Named(code, words.in(label), words.other(label), link(folder + code));
    }

    /** The same day on another page. Today needs no saying. */
    public String link(String path) {
        return isToday() ? path : path + (path.contains("?") ? "&" : "?") + "on=" + day;
    }

    public List<Figure> figures() {
        int daily =
                (int) agencies.stream().filter(agency -> agency.share().daily()).count();
        return List.of(
                new Figure("figure.agencies", agencies.size(), link("/agencies")),
                new Figure("figure.daily", daily, link("/agencies?daily=true")),
                new Figure("figure.subjects", subjects.size(), link("/subjects")),
                new Figure("figure.programmes", programmes.size(), link("/programmes")),
                new Figure("figure.grants", inForce().size(), link("/sharing")));
    }

    /** The days that a reader may want to compare on a page, oldest first. */
    List<Day> days(String path) {
        return city.agencies().stream()
                .map(Agency::validFrom)
                .filter(from -> city.agencies().stream()
                        .anyMatch(agency -> agency.isValidOn(from.minusDays(1))
                                || city.agency(agency.code(), from.minusDays(1)).isPresent()))
                .distinct()
                .sorted()
                .flatMap(from -> List.of(
                        new Day("day.before", from.minusDays(1), path + "?on=" + from.minusDays(1)),
                        new Day("day.since", from, path + "?on=" + from))
                        .stream())
                .toList();
    }
}
