package lingnan.hub.interaction;

import java.time.Instant;
import java.util.List;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * Which agencies may be called for asynchronous work now: on the business clock, by the city's calendar. Looked up anew
 * each time, so that changed hours, another calendar and another business time count at once.
 */
@Component
final class Hours {

    private final Catalog catalog;
    private final BusinessClock clock;

    Hours(Catalog catalog, BusinessClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** An agency that the city no longer has is as good as open: what waits for it shall end. */
    boolean isOpen(AgencyCode code) {
        Snapshot city = catalog.current();
        Instant now = clock.now();
        return city.agency(code).map(agency -> isOpen(agency, city, now)).orElse(true);
    }

    List<String> closed() {
        Snapshot city = catalog.current();
        Instant now = clock.now();
        return city.agencies().stream()
                .filter(agency -> !isOpen(agency, city, now))
                .map(agency -> agency.code().value())
                .toList();
    }

    private static boolean isOpen(Agency agency, Snapshot city, Instant now) {
        return OpeningTimes.isOpen(agency.openingHours(), city.calendar(), now);
    }
}
