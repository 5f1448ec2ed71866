package lingnan.hub.objections;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.Traces;

/** Who was shown a record, as the log says; of a body that has ended, those to which its duties went. */
final class Receivers {

    private static final int LONGEST_LINE = 10;

    private final Traces traces;
    private final Snapshot city;
    private final LocalDate day;

    Receivers(Traces traces, Snapshot city, LocalDate day) {
        this.traces = traces;
        this.city = city;
        this.day = day;
    }

    SortedSet<AgencyCode> of(Subject subject, Doubt doubt) {
        boolean person =
                subject.fields().stream().anyMatch(field -> field.name().equals(doubt.key()) && field.person());
        SortedSet<AgencyCode> standing = new TreeSet<>();
        traces.receivers(subject.code().value(), new Key(doubt.key(), doubt.keyValue(), person)).stream()
                .map(SubsystemId::parse)
                .map(SubsystemId::agency)
                .distinct()
                .forEach(agency -> addStanding(agency, standing, LONGEST_LINE));
        return standing;
    }

    private void addStanding(AgencyCode agency, SortedSet<AgencyCode> standing, int left) {
        if (city.agency(agency, day).isPresent()) {
            standing.add(agency);
        } else if (left > 0) {
            city.agency(agency)
                    .map(Agency::lineage)
                    .map(Agency.Lineage::successors)
                    .ifPresent(
                            successors -> successors.forEach(successor -> addStanding(successor, standing, left - 1)));
        }
    }
}
