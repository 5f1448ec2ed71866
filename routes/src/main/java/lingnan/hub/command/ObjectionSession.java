package lingnan.hub.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.objections.Dossier;
import lingnan.hub.objections.Objection;
import lingnan.hub.objections.Objections;
import lingnan.hub.objections.Objections.Filter;

/** What the commands about objections have in common: city, log and database are opened, the outcome is reported. */
final class ObjectionSession {

    private final Surroundings here;
    private final GrantDay day;
    private final ObjectionReport report;

    ObjectionSession(Surroundings here, GrantDay day, JsonOption json) {
        this.here = here;
        this.day = day;
        this.report = new ObjectionReport(
                here.out(), json.isWanted(), day.toLookOn(here.data()).today());
    }

    /** @return the exit code */
    int act(BiFunction<Objections, Actor, Objection> work) {
        BusinessClock clock = day.toActOn(here.existingData());
        Actor operator = Actor.operator("operator:" + System.getProperty("user.name", "unknown"));
        return open(clock, (log, objections) -> {
            try {
                report.objection(work.apply(objections, operator));
                return 0;
            } catch (HubFault refused) {
                here.err().println("hub: " + refused.code().sentence().en() + " " + refused.detail());
                return Failures.FOUND_WRONG;
            }
        });
    }

    /** @return the exit code */
    int list(Filter filter) {
        return open(BusinessClock.real(), (log, objections) -> {
            List<Objection> found = objections.overview(filter);
            Looks.log(log, found.stream().map(Objection::id).toList(), List.of());
            report.list(found);
            return 0;
        });
    }

    /** The values may be a person's: who sees them is written down first. */
    int show(String id) {
        return open(BusinessClock.real(), (log, objections) -> {
            Optional<Dossier> found = objections.find(id);
            if (found.isEmpty()) {
                here.err().println("hub: There is no objection " + id + ". ./hub objection list has them all.");
                return Failures.FOUND_WRONG;
            }
            Looks.log(log, List.of(id), List.of(found.get().objection().message()));
            report.dossier(found.get());
            return 0;
        });
    }

    private int open(BusinessClock clock, BiFunction<LogOf, Objections, Integer> work) {
        Snapshot city = here.snapshot();
        try (LogOf log = LogOf.open(here)) {
            return work.apply(log, Objections.on(log.database(), log.access(), city, clock));
        }
    }
}
