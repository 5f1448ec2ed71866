package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubjectCode;
import lingnan.wsdl.catalog.DescribeSubject;
import lingnan.wsdl.catalog.DescribeSubjectResponse;
import lingnan.wsdl.catalog.FindAgencies;
import lingnan.wsdl.catalog.FindAgenciesResponse;
import lingnan.wsdl.catalog.FindProgrammes;
import lingnan.wsdl.catalog.FindProgrammesResponse;
import lingnan.wsdl.catalog.FindSubjects;
import lingnan.wsdl.catalog.FindSubjectsResponse;
import lingnan.wsdl.catalog.SubjectDescription;
import lingnan.wsdl.catalog.SubjectSummary;
import org.springframework.stereotype.Component;

/** Finds in the catalogue, as it stood on the day that is asked for. */
@Component
final class Shelves {

    private static final int PAGE = 100;

    private final Catalog catalog;
    private final Rights rights;
    private final BusinessClock clock;

    Shelves(Catalog catalog, Rights rights, BusinessClock clock) {
        this.catalog = catalog;
        this.rights = rights;
        this.clock = clock;
    }

    FindSubjectsResponse find(Visit visit, FindSubjects asked) {
        Snapshot city = catalog.current();
        LocalDate day = Days.read(asked.getOn(), clock.today());
        Wanted wanted = new Wanted(city, day, asked);
        List<Subject> found =
                city.subjects(day).stream().filter(wanted::includes).toList();
        FindSubjectsResponse response = new FindSubjectsResponse();
        response.setTotal(found.size());
        int before = asked.getFirst() == null ? 0 : asked.getFirst() - 1;
        found.stream()
                .skip(before)
                .limit(asked.getLimit() == null ? PAGE : asked.getLimit())
                .map(subject -> summary(visit, city, subject, day))
                .forEach(response.getSubject()::add);
        return response;
    }

    DescribeSubjectResponse describe(Visit visit, DescribeSubject asked) {
        Snapshot city = catalog.current();
        LocalDate day = Days.read(asked.getOn(), clock.today());
        Subject subject = subject(city, asked, day);
        SubjectDescription described = SubjectForm.description(subject);
        described.setSummary(summary(visit, city, subject, day));
        described.setSubsystem(Methods.subsystem(city, subject).toString());
        described.setWsdl(visit.services() + path(city, subject) + "?wsdl");
        List<Grant> grants = rights.inForce(visit.agency(), subject.code(), day);
        subject.fields().stream()
                .map(field -> SubjectForm.field(field, visit.agency(), grants))
                .forEach(described.getField()::add);
        DescribeSubjectResponse response = new DescribeSubjectResponse();
        response.setSubject(described);
        return response;
    }

    FindAgenciesResponse find(FindAgencies asked) {
        Snapshot city = catalog.current();
        LocalDate day = Days.read(asked.getOn(), clock.today());
        List<Subject> subjects = city.subjects(day);
        FindAgenciesResponse response = new FindAgenciesResponse();
        for (Agency agency : city.agencies(day)) {
            if (asked.getText() == null || Wanted.names(agency, Wanted.folded(asked.getText()))) {
                long provides = subjects.stream()
                        .map(subject -> city.provider(subject, day))
                        .flatMap(Optional::stream)
                        .filter(agency::equals)
                        .count();
                response.getAgency().add(AgencyForm.agency(agency, Math.toIntExact(provides)));
            }
        }
        return response;
    }

    FindProgrammesResponse find(FindProgrammes asked) {
        Snapshot city = catalog.current();
        LocalDate day = Days.read(asked.getOn(), clock.today());
        FindProgrammesResponse response = new FindProgrammesResponse();
        city.programmes().stream()
                .filter(programme -> programme.isValidOn(day))
                .map(programme -> AgencyForm.programme(programme, city, day))
                .forEach(response.getProgramme()::add);
        return response;
    }

    private SubjectSummary summary(Visit visit, Snapshot city, Subject subject, LocalDate day) {
        SubjectSummary summary = SubjectForm.summary(subject);
        city.provider(subject, day).map(AgencyForm::named).ifPresent(summary::setProvider);
        summary.setGranted(!rights.inForce(visit.agency(), subject.code(), day).isEmpty());
        city.programmes().stream()
                .filter(programme ->
                        programme.isValidOn(day) && programme.subjects().contains(subject.code()))
                .forEach(programme -> summary.getProgramme().add(programme.code()));
        return summary;
    }

    private static Subject subject(Snapshot city, DescribeSubject asked, LocalDate day) {
        try {
            SubjectCode code = SubjectCode.of(asked.getCode());
            Optional<Subject> subject =
                    asked.getVersion() == null ? city.subject(code, day) : city.subject(code, asked.getVersion());
            return subject.orElseThrow(() -> unknown(asked));
        } catch (IllegalArgumentException noCode) {
            throw unknown(asked);
        }
    }

    private static HubFault unknown(DescribeSubject asked) {
        String version = asked.getVersion() == null ? "" : " version " + asked.getVersion();
        return new HubFault(FaultCode.UNKNOWN_SERVICE, "no subject " + asked.getCode() + version + " on that day");
    }

    /** An address without a version is that of today's. */
    private String path(Snapshot city, Subject subject) {
        boolean isTodays = city.subject(subject.code(), clock.today())
                .filter(subject::equals)
                .isPresent();
        return isTodays ? subject.code().value() : subject.code() + "/v" + subject.version();
    }
}
