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
 * A participating authority during one span of days. A body that was renamed or re-formed has one period for each name
 * under the same code; one that was merged into others has ended, and its {@link Lineage} says into which.
 *
 * @param organisationCode of GB 11714, as it is printed; null if not stated
 * @param line who it answers to: central, province, city or district
 * @param subsystems its information systems as X-Road names them; the first is the default
 * @param service how the hub calls it; null if it only asks
 * @param answers where asynchronous answers are pushed to; null if it collects them
 */
public record Agency(
        AgencyCode code,
        Label name,
        @Nullable String organisationCode,
        String line,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Lineage lineage,
        Basis basis,
        List<String> subsystems,
        Share share,
        @Nullable Service service,
        OpeningHours openingHours,
        @Nullable URI answers) {

    /**
     * Where a value comes from.
     *
     * @param citation as its file writes it; empty if it cites nothing
     */
    public record Basis(Kind kind, String citation) {

        /** Assumed, by no file. */
        public static final Basis ASSUMED = new Basis(Kind.ASSUMED, "");

        /** The talk that the city was told of in, a source that is cited, or an assumption that makes the city whole. */
        public enum Kind {
            DECK,
            SOURCE,
            ASSUMED
        }
    }

    /** The bodies whose duties came here, and those to which this body's duties went when it ended. */
    public record Lineage(List<AgencyCode> predecessors, List<AgencyCode> successors) {

        public static final Lineage NONE = new Lineage(List.of(), List.of());
    }

    /** How an agency's data can reach others (the four ways of the city's access standard, DB4401/T 27-2019). */
    public enum Connection {
        WEB_SERVICE,
        DATABASE,
        FILE,
        MESSAGE
    }

    /**
     * What an agency has declared about its sharing.
     *
     * @param connections the ways that it has; a subject that it provides uses one of them
     * @param daily whether it shares every working day
     * @param recordsPerDay how many records it expects to give on such a day; 0 if it says not
     */
    public record Share(Set<Connection> connections, boolean daily, int recordsPerDay) {}

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

    public boolean isValidOn(LocalDate day) {
        return new Validity(validFrom, validTo).contains(day);
    }

    public Optional<Service> calledBy() {
        return Optional.ofNullable(service);
    }
}
