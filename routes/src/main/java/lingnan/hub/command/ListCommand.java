package lingnan.hub.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Programme;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Lists what the city has on a day: its agencies, subjects or programmes.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    /** What would make lines too long. */
    private static final Set<String> IN_JSON_ONLY = Set.of("providerEn", "source");

    /** What can be listed. */
    enum What {
        agencies,
        subjects,
        programmes
    }

    @Mixin
    private Surroundings here = new Surroundings();

    @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private What what = What.subjects;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day, such as 2009-08-01; by default the day on which the city's figures are counted.")
    private @Nullable LocalDate on;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        Snapshot city = here.snapshot();
        LocalDate day = on == null ? city.countedOn() : on;
        List<Map<String, Object>> rows =
                switch (what) {
                    case agencies ->
                        city.agencies(day).stream().map(ListCommand::row).toList();
                    case subjects ->
                        city.subjects(day).stream()
                                .map(subject -> row(city, day, subject))
                                .toList();
                    case programmes ->
                        city.programmes().stream()
                                .filter(programme -> programme.isValidOn(day))
                                .map(ListCommand::row)
                                .toList();
                };
        PrintWriter out = here.out();
        if (json.isWanted()) {
            out.println(Json.write(Map.of(what.name(), rows)));
        } else {
            rows.forEach(row -> out.println(String.join("  ", line(row))));
            out.printf("%d %s.%n", rows.size(), what);
        }
        return 0;
    }

    private static List<String> line(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(value -> !IN_JSON_ONLY.contains(value.getKey()))
                .map(value -> String.valueOf(value.getValue()))
                .toList();
    }

    private static Map<String, Object> row(Agency agency) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", agency.code().value());
        row.put("nameZh", agency.name().zh());
        row.put("nameEn", agency.name().en());
        row.put("line", agency.line());
        row.put("connections", joined(agency.share().connections()));
        row.put("daily", agency.share().daily() ? "daily" : "-");
        row.put("dialect", agency.calledBy().map(Agency.Service::dialect).orElse("-"));
        row.put("validFrom", agency.validFrom().toString());
        basis(row, agency.basis());
        return row;
    }

    private static Map<String, Object> row(Snapshot city, LocalDate day, Subject subject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", subject.code().value());
        row.put("version", "v" + subject.version());
        Optional<Agency> provider = city.provider(subject, day);
        row.put("provider", provider.map(agency -> agency.code().value()).orElse("-"));
        row.put("providerZh", provider.map(agency -> agency.name().zh()).orElse("-"));
        row.put("providerEn", provider.map(agency -> agency.name().en()).orElse("-"));
        row.put("nameZh", subject.name().zh());
        row.put("nameEn", subject.name().en());
        row.put(
                "keys",
                String.join(
                        ",", subject.keys().stream().map(Subject.Field::name).toList()));
        row.put("answered", small(subject.offer().answered()));
        row.put("connections", joined(subject.offer().connections()));
        row.put("cycle", small(subject.offer().cycle()));
        row.put("sharing", small(subject.sharing()));
        row.put("programmes", programmes(city, day, subject));
        basis(row, subject.basis());
        return row;
    }

    private static Map<String, Object> row(Programme programme) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", programme.code());
        row.put("nameZh", programme.name().zh());
        row.put("nameEn", programme.name().en());
        row.put("lead", programme.lead().value());
        row.put("members", programme.members().size());
        row.put("subjects", programme.subjects().size());
        row.put("measures", programme.measures().size());
        row.put("validFrom", programme.validFrom().toString());
        basis(row, programme.basis());
        return row;
    }

    private static void basis(Map<String, Object> row, Agency.Basis basis) {
        row.put("basis", small(basis.kind()));
        row.put("source", basis.citation());
    }

    private static String programmes(Snapshot city, LocalDate day, Subject subject) {
        String names = city.programmes().stream()
                .filter(programme ->
                        programme.isValidOn(day) && programme.subjects().contains(subject.code()))
                .map(Programme::code)
                .collect(Collectors.joining(","));
        return names.isEmpty() ? "-" : names;
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String joined(Collection<? extends Enum<?>> values) {
        return values.stream().map(ListCommand::small).sorted().collect(Collectors.joining(","));
    }
}
