package lingnan.hub.command;

import java.util.function.BiFunction;
import java.util.function.Function;
import lingnan.hub.grants.GrantRequests;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.kernel.BusinessClock;

/** What the commands about grants have in common: city, log and database are opened, the outcome is reported. */
final class GrantSession {

    private final Surroundings here;
    private final GrantDay day;
    private final boolean json;

    GrantSession(Surroundings here, GrantDay day, JsonOption json) {
        this.here = here;
        this.day = day;
        this.json = json.isWanted();
    }

    /** @return the exit code */
    int act(BiFunction<GrantRequests, Actor, Outcome> work) {
        BusinessClock clock = day.toActOn(here.existingData());
        Actor operator = Actor.operator("operator:" + System.getProperty("user.name", "unknown"));
        return open(clock, grants -> report(clock).of(work.apply(grants, operator)));
    }

    /** @return the exit code */
    int look(BiFunction<GrantRequests, GrantReport, Integer> work) {
        BusinessClock clock = day.toLookOn(here.existingData());
        return open(clock, grants -> work.apply(grants, report(clock)));
    }

    private int open(BusinessClock clock, Function<GrantRequests, Integer> work) {
        try (LogOf log = LogOf.open(here)) {
            return work.apply(GrantRequests.on(log.database(), log.access(), here::snapshot, clock));
        }
    }

    private GrantReport report(BusinessClock clock) {
        return new GrantReport(here.out(), here.err(), json, clock.today());
    }
}
