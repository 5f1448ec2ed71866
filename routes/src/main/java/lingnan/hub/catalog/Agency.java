package lingnan.hub.catalog;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import org.jspecify.annotations.Nullable;

/**
 * A participating authority.
 *
 * @param subsystems its information systems as X-Road names them; the first is the default
 * @param service how the hub calls it; null if it only asks
 * @param answers where asynchronous answers are pushed to; null if it collects them
 */
public record Agency(
        AgencyCode code,
        Label name,
        String line,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Basis basis,
        List<String> subsystems,
        @Nullable Service service,
        OpeningHours openingHours,
        @Nullable URI answers) {

    /** Where a value comes from. */
    public enum Basis {
        DECK,
        SOURCE,
        ASSUMED
    }

    /**
     * How an agency's system is called.
     *
     * @param endpoint the address; a scheme and host that the operator sets, never a caller
     * @param dialect the dialect's name in {@code transformers}
     * @param parameters the dialect's parameters
     * @param timeout for the whole call
     * @param concurrency how many calls may be under way at once
     */
    public record Service(
            URI endpoint, String dialect, Map<String, String> parameters, Duration timeout, int concurrency) {}

    /**
     * When the agency's system may be called for asynchronous work, on the business clock.
     *
     * @param workingDays whether it is open on the working days of the city's calendar, and closed on its days off
     * @param days weekdays on which it is open whatever the calendar says
     */
    public record OpeningHours(boolean workingDays, Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    public Optional<Service> calledBy() {
        return Optional.ofNullable(service);
    }
}
