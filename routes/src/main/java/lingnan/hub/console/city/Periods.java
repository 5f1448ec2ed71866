package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;

/** The names that a body has had one after the other under its code. */
record Periods(Snapshot city) {

    /** Newest first; each begins the day after the one before it ended. */
    List<Agency> of(AgencyCode code) {
        List<Agency> periods = new ArrayList<>();
        Optional<Agency> period = city.agency(code);
        while (period.isPresent()) {
            periods.add(period.get());
            period = city.agency(code, period.get().validFrom().minusDays(1));
        }
        return periods;
    }
}
