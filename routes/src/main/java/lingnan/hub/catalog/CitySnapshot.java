package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.kernel.WorkingDayCalendar;

/** What was read from one state of the city's files. */
final class CitySnapshot implements Snapshot {

    private final String instance;
    private final Agencies agencies;
    private final List<Agency> newestAgencies;
    private final Subjects subjects;
    private final List<Subject> newestSubjects;
    private final List<Grant> grants;
    private final List<Division> divisions;
    private final WorkingDayCalendar calendar;

    CitySnapshot(
            String instance,
            Agencies agencies,
            Subjects subjects,
            List<Grant> grants,
            List<Division> divisions,
            WorkingDayCalendar calendar) {
        this.instance = instance;
        this.agencies = agencies;
        this.newestAgencies = agencies.all().stream()
                .map(Agency::code)
                .distinct()
                .map(agencies::find)
                .flatMap(Optional::stream)
                .toList();
        this.subjects = subjects;
        this.newestSubjects = subjects.newest();
        this.grants = grants;
        this.divisions = divisions;
        this.calendar = calendar;
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
    public Optional<Subject> subject(SubjectCode code, LocalDate day) {
        return subjects.on(code, day);
    }

    @Override
    public Optional<Subject> subject(SubjectCode code, int version) {
        return subjects.pinned(code, version);
    }

    @Override
    public List<Grant> grants() {
        return grants;
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
    public String instance() {
        return instance;
    }
}
