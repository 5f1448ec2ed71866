package lingnan.hub.objections;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.Traces;

/**
 * Who was answered from a record, as the log says, and whether it was shown the key that names it; of a body that has
 * ended, those to which its duties went.
 */
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

    /** @return for each agency whether a notice may name the record */
    SortedMap<AgencyCode, Boolean> of(Subject subject, Doubt doubt) {
        boolean person =
                subject.fields().stream().anyMatch(field -> field.name().equals(doubt.key()) && field.person());
        SortedMap<AgencyCode, Boolean> standing = new TreeMap<>();
        Key record = new Key(doubt.key(), doubt.keyValue(), person);
        for (Traces.Receiver receiver : traces.receivers(subject.code().value(), record)) {
            AgencyCode agency = SubsystemId.parse(receiver.client()).agency();
            traces.entries(receiver.latest()).stream()
                    .filter(entry -> entry.kind() == EntryKind.ANSWERED)
                    .filter(entry -> Shown.concerns(entry, doubt.key(), doubt.keyValue()))
                    .map(entry -> Shown.names(entry, doubt.key(), doubt.keyValue()))
                    .forEach(named -> addStanding(agency, named, standing, LONGEST_LINE));
        }
        return standing;
    }

    private void addStanding(AgencyCode agency, boolean named, SortedMap<AgencyCode, Boolean> standing, int left) {
        if (city.agency(agency, day).isPresent()) {
            standing.merge(agency, named, Boolean::logicalOr);
        } else if (left > 0) {
            city.agency(agency)
                    .map(Agency::lineage)
                    .map(Agency.Lineage::successors)
                    .ifPresent(successors ->
                            successors.forEach(successor -> addStanding(successor, named, standing, left - 1)));
        }
    }
}
