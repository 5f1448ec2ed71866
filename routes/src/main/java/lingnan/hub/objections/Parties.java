package lingnan.hub.objections;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.objections.ObjectionStore.Own;

/** Whose an objection is on a day: after a reform, of those that took over the duties of objector and provider. */
final class Parties {

    private final Snapshot city;
    private final LocalDate day;

    Parties(Snapshot city, LocalDate day) {
        this.city = city;
        this.day = day;
    }

    SortedSet<AgencyCode> objecting(Objection objection) {
        return city.actsFor(objection.objector(), day);
    }

    AgencyCode answering(Objection objection) {
        return city.answersFor(objection.subject(), day).orElse(objection.provider());
    }

    /** Whose objections an agency sees: what its predecessors filed or had to answer is its own now. */
    Own own(AgencyCode agency) {
        return new Own(
                city.bodiesOf(agency, day),
                city.subjects().stream()
                        .map(Subject::code)
                        .filter(code -> city.answersFor(code, day).stream().anyMatch(agency::equals))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A stranger does not learn that there is such an objection.
     *
     * @param acting who may do it
     * @throws HubFault OBJECTION_NOT_YOURS or OBJECTION_UNKNOWN
     */
    void require(Actor actor, Set<AgencyCode> acting, Objection objection, String what) {
        if (actor.isOneOf(acting)) {
            return;
        }
        Set<AgencyCode> involved = new TreeSet<>(List.of(objection.objector(), objection.provider()));
        involved.addAll(objecting(objection));
        involved.add(answering(objection));
        String names = acting.stream().map(AgencyCode::value).collect(Collectors.joining(" or "));
        throw actor.isOneOf(involved)
                ? new HubFault(FaultCode.OBJECTION_NOT_YOURS, "only " + names + " may " + what + " " + objection.id())
                : Refusals.unknown(objection.id());
    }
}
