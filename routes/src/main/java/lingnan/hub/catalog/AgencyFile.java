package lingnan.hub.catalog;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency.OpeningHours;
import lingnan.hub.catalog.Agency.Service;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.transformers.dialect.Dialects;

/** One file of {@code agencies/}. */
final class AgencyFile {

    static final Form<Agency.Basis> BASIS =
            new Form<>("deck, source or assumed", Agency.Basis.ASSUMED, AgencyFile::basis);
    /** The days that the city's calendar says are worked, instead of a weekday. */
    private static final String WORKING_DAYS = "WORKING_DAYS";

    private static final Form<Optional<DayOfWeek>> DAY = new Form<>(
            WORKING_DAYS + " or " + Form.oneOf(DayOfWeek.class).expected(), Optional.empty(), AgencyFile::day);
    private static final Form<String> LINE =
            new Form<>("central, province, city or district", "city", AgencyFile::line);

    private final Entries entries;
    private final UnaryOperator<URI> overrides;

    /** @param overrides what the operator makes of the addresses: of the endpoint and of where answers are pushed to */
    AgencyFile(Entries entries, UnaryOperator<URI> overrides) {
        this.entries = entries;
        this.overrides = overrides;
    }

    Agency read(AgencyCode code) {
        Label name = entries.label("name");
        String line = entries.required("line", LINE);
        Validity validity = Validity.read(entries);
        List<String> subsystems = entries.list("subsystems", Form.TEXT);
        if (subsystems.isEmpty() && entries.has("subsystems")) {
            entries.finding("subsystems", "An agency has at least one subsystem.", "Name one, such as [ENT].");
        }
        Optional<Service> service = entries.mapping("service").map(this::service);
        OpeningHours hours = openingHours();
        Optional<URI> answers = entries.optional("answers", Form.URL);
        Agency.Basis basis = basis(entries);
        return new Agency(
                code,
                name,
                line,
                validity.from(),
                validity.to(),
                basis,
                subsystems,
                service.orElse(null),
                hours,
                answers.map(overrides).orElse(null));
    }

    /** Every file carries the basis of what it states; a source is cited. */
    static Agency.Basis basis(Entries entries) {
        Agency.Basis basis = entries.required("basis", BASIS);
        Optional<String> source = entries.optional("source", Form.TEXT);
        if (basis == Agency.Basis.SOURCE && source.isEmpty()) {
            entries.finding("basis", "basis says source, but no source is named.", "Add source: with a citation.");
        }
        return basis;
    }

    private Service service(Entries service) {
        URI endpoint = service.required("endpoint", Form.URL);
        String dialect = service.required("dialect", Form.TEXT);
        Map<String, String> parameters = service.texts("parameters");
        checkDialect(service, dialect, parameters);
        return new Service(
                overrides.apply(endpoint),
                dialect,
                parameters,
                service.required("timeout", Form.DURATION),
                service.required("concurrency", Form.NUMBER));
    }

    private static void checkDialect(Entries service, String dialect, Map<String, String> parameters) {
        if (dialect.isEmpty()) {
            return;
        }
        if (!Dialects.names().contains(dialect)) {
            service.finding(
                    "dialect",
                    "No dialect is named " + dialect + ".",
                    "Use one of "
                            + String.join(
                                    ", ", Dialects.names().stream().sorted().toList()) + ".");
            return;
        }
        try {
            Dialects.of(dialect, parameters);
        } catch (IllegalArgumentException refused) {
            service.finding(
                    service.has("parameters") ? "parameters" : "dialect",
                    "The dialect refuses its parameters: " + refused.getMessage(),
                    "Correct the parameters.");
        }
    }

    private OpeningHours openingHours() {
        Optional<Entries> hours = entries.mapping("openingHours");
        if (hours.isEmpty()) {
            return new OpeningHours(false, Set.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MAX);
        }
        Entries given = hours.get();
        List<Optional<DayOfWeek>> days = given.list("days", DAY);
        LocalTime from = given.required("from", Form.TIME);
        LocalTime to = given.required("to", Form.TIME);
        if (!from.isBefore(to)) {
            given.finding("to", "The opening hours end before they begin.", "Put from before to.");
        }
        Set<DayOfWeek> weekdays = days.stream().flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
        return new OpeningHours(days.contains(Optional.<DayOfWeek>empty()), weekdays, from, to);
    }

    private static Optional<DayOfWeek> day(String text) {
        return text.equals(WORKING_DAYS) ? Optional.empty() : Optional.of(DayOfWeek.valueOf(text));
    }

    private static Agency.Basis basis(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return Agency.Basis.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String line(String text) {
        if (!Set.of("central", "province", "city", "district").contains(text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
