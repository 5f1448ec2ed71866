package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.CitySettings;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Lists what the city has: its agencies or its subjects.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum What {
        agencies,
        subjects
    }

    @Mixin
    private Surroundings here = new Surroundings();

    @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private What what = What.subjects;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        Snapshot city = Catalog.read(new CitySettings(here.city(), Map.of()))
                .orElseThrow(() -> new CommandFailure("The city is not sound. ./hub check lists what is wrong."));
        List<Map<String, Object>> rows = what == What.agencies
                ? city.agencies().stream().map(ListCommand::row).toList()
                : city.subjects().stream().map(ListCommand::row).toList();
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
        return row.values().stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> row(Agency agency) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", agency.code().value());
        row.put("nameZh", agency.name().zh());
        row.put("nameEn", agency.name().en());
        row.put("dialect", agency.calledBy().map(Agency.Service::dialect).orElse("-"));
        row.put("basis", agency.basis().name().toLowerCase(java.util.Locale.ROOT));
        return row;
    }

    private static Map<String, Object> row(Subject subject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", subject.code().value());
        row.put("version", "v" + subject.version());
        row.put("provider", subject.provider().value());
        row.put("nameZh", subject.name().zh());
        row.put("nameEn", subject.name().en());
        row.put(
                "keys",
                String.join(
                        ",", subject.keys().stream().map(Subject.Field::name).toList()));
        row.put("sharing", subject.sharing().name().toLowerCase(java.util.Locale.ROOT));
        row.put("basis", subject.basis().name().toLowerCase(java.util.Locale.ROOT));
        return row;
    }
}
