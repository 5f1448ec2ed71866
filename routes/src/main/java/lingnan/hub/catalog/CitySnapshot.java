package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.kernel.WorkingDayCalendar;

/** What was read from one state of the city's files. */
final class CitySnapshot implements Snapshot {

    private final String instance;
    private final LocalDate countedOn;
    private final Agencies agencies;
    private final List<Agency> newestAgencies;
    private final Subjects subjects;
    private final List<Subject> newestSubjects;
    private final List<Programme> programmes;
    private final List<Grant> grants;
    private final Map<Ask, List<Grant>> grantsByAsk;
    private final List<Division> divisions;
    private final WorkingDayCalendar calendar;
    private final List<SharingRule> sharingRules;

    /** Who asks for what. */
    private record Ask(AgencyCode consumer, SubjectCode subject) {}

    CitySnapshot(
            String instance,
            LocalDate countedOn,
            Agencies agencies,
            Subjects subjects,
            List<Programme> programmes,
            List<Grant> grants,
            List<Division> divisions,
            WorkingDayCalendar calendar,
            List<SharingRule> sharingRules) {
        this.instance = instance;
        this.countedOn = countedOn;
        this.agencies = agencies;
        this.newestAgencies = agencies.all().stream()
                .map(Agency::code)
                .distinct()
                .map(agencies::find)
                .flatMap(Optional::stream)
                .toList();
        this.subjects = subjects;
        this.newestSubjects = subjects.newest();
        this.programmes = programmes;
        this.grants = grants;
        this.grantsByAsk =
                grants.stream().collect(Collectors.groupingBy(grant -> new Ask(grant.consumer(), grant.subject())));
        this.divisions = divisions;
        this.calendar = calendar;
        this.sharingRules = sharingRules;
    }

    @Override
    public List<Agency> agencies() {
        return newestAgencies;
    }

    @Override
    public List<Subject> subjects() {
        return newestSubjects;
    }

    @Override
    public Optional<Agency> agency(AgencyCode code) {
        return agencies.find(code);
    }

    @Override
    public Optional<Agency> agency(AgencyCode code, LocalDate day) {
        return agencies.find(code, day);
    }

    @Override
    public Optional<Subject> subject(SubjectCode code, LocalDate day) {
        return subjects.on(code, day);
    }

    @Override
    public Optional<Subject> subject(SubjectCode code, int version) {
        return subjects.pinned(code, version);
    }

    @Override
    public List<Subject> subjects(LocalDate day) {
        return subjects.on(day);
    }

    @Override
    public List<Programme> programmes() {
        return programmes;
    }

    @Override
    public List<Grant> grants() {
        return grants;
    }

    @Override
    public List<Grant> grants(AgencyCode consumer, SubjectCode subject) {
        return grantsByAsk.getOrDefault(new Ask(consumer, subject), List.of());
    }

    @Override
    public List<Division> divisions() {
        return divisions;
    }

    @Override
    public WorkingDayCalendar calendar() {
        return calendar;
    }

    @Override
    public List<SharingRule> sharingRules() {
        return sharingRules;
    }

    @Override
    public LocalDate countedOn() {
        return countedOn;
    }

    @Override
    public String instance() {
        return instance;
    }
}
