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
import lingnan.hub.catalog.Agency.Connection;
import lingnan.hub.catalog.Agency.Lineage;
import lingnan.hub.catalog.Agency.OpeningHours;
import lingnan.hub.catalog.Agency.Service;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.transformers.dialect.Dialects;
import lingnan.transformers.identifier.OrganisationCode;

/** One file of {@code agencies/}. */
final class AgencyFile {

    static final Form<Agency.Basis.Kind> BASIS =
            new Form<>("deck, source or assumed", Agency.Basis.Kind.ASSUMED, AgencyFile::kind);
    static final Form<Connection> CONNECTION = Form.oneOf(Connection.class);
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
        Optional<String> organisationCode = organisationCode();
        String line = entries.required("line", LINE);
        Validity validity = Validity.read(entries);
        Lineage lineage = lineage(code, validity);
        List<String> subsystems = entries.list("subsystems", Form.TEXT);
        if (subsystems.isEmpty() && entries.has("subsystems")) {
            entries.finding("subsystems", "An agency has at least one subsystem.", "Name one, such as [ENT].");
        }
        Agency.Share share = share();
        Optional<Service> service = entries.mapping("service").map(this::service);
        if (service.isPresent() && !share.connections().contains(Connection.WEB_SERVICE)) {
            entries.finding("service", "A service is given, but no web service offered.", "Add WEB_SERVICE.");
        }
        OpeningHours hours = openingHours();
        Optional<URI> answers = entries.optional("answers", Form.URL);
        Agency.Basis basis = basis(entries);
        return new Agency(
                code,
                name,
                organisationCode.orElse(null),
                line,
                validity.from(),
                validity.to(),
                lineage,
                basis,
                subsystems,
                share,
                service.orElse(null),
                hours,
                answers.map(overrides).orElse(null));
    }

    private Optional<String> organisationCode() {
        Optional<String> stated = entries.optional("organisationCode", Form.TEXT);
        stated.stream()
                .flatMap(code -> OrganisationCode.check(code).remarks().stream())
                .forEach(wrong -> entries.finding("organisationCode", wrong.what(), "Correct the code."));
        return stated;
    }

    /** What the other bodies say of this one is held against it when all have been read. */
    private Lineage lineage(AgencyCode code, Validity validity) {
        List<AgencyCode> predecessors = codes("predecessors", code);
        List<AgencyCode> successors = codes("successors", code);
        if (!successors.isEmpty() && validity.to() == null) {
            entries.finding("successors", "A body that has not ended has successors.", "Add validTo: its last day.");
        }
        return new Lineage(predecessors, successors);
    }

    private List<AgencyCode> codes(String key, AgencyCode self) {
        List<AgencyCode> codes = entries.has(key) ? entries.list(key, Form.AGENCY) : List.of();
        if (codes.contains(self)) {
            entries.finding(key, self + " stands among its own " + key + ".", "Remove it.");
        }
        return codes;
    }

    private Agency.Share share() {
        Set<Connection> connections = Set.copyOf(entries.list("connections", CONNECTION));
        if (connections.isEmpty() && entries.has("connections")) {
            entries.finding("connections", "An agency is connected in one way at least.", "Name one: [DATABASE].");
        }
        boolean daily = entries.required("dailySharing", Form.YES_NO);
        Optional<Integer> records = entries.optional("recordsPerDay", Form.COUNT);
        if (records.isPresent() && !daily) {
            entries.finding("recordsPerDay", "Records a day, but no daily sharing.", "Remove one of the two.");
        }
        return new Agency.Share(connections, daily, records.orElse(0));
    }

    /** Every file carries the basis of what it states; a source is cited. */
    static Agency.Basis basis(Entries entries) {
        Agency.Basis.Kind kind = entries.required("basis", BASIS);
        Optional<String> source = entries.optional("source", Form.TEXT);
        if (kind == Agency.Basis.Kind.SOURCE && source.isEmpty()) {
            entries.finding("basis", "basis says source, but no source is named.", "Add source: with a citation.");
        }
        return new Agency.Basis(kind, source.orElse(""));
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

    private static Agency.Basis.Kind kind(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException();
        }
        return Agency.Basis.Kind.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String line(String text) {
        if (!Set.of("central", "province", "city", "district").contains(text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
