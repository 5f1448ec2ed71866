package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import lingnan.hub.catalog.AgencyNames;
import lingnan.hub.catalog.CitySettings;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        description = "Shows what happened to every message that carries a key: each step with its time, agency and "
                + "outcome, and the bodies before and after translation. Looking is itself logged.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:found", "1:at least one key was not found"},
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Parameters(
            arity = "1..*",
            paramLabel = "KEY",
            description = "A registration number, case number, message id or any other key.")
    private List<String> keys = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--limit", description = "At most this many messages for each key (20).", defaultValue = "20")
    private int limit;

    @Option(names = "--no-bodies", description = "Leaves the bodies out.")
    private boolean noBodies;

    @Override
    public Integer call() {
        Set<MessageId> found = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        PrintWriter out = here.out();
        AgencyNames names = AgencyNames.read(new CitySettings(here.city(), Map.of()));
        try (LogOf log = LogOf.open(here)) {
            Traces traces = log.access().traces();
            for (String key : keys) {
                List<Traces.Summary> messages = traces.find(key, limit);
                messages.forEach(message -> found.add(message.message()));
                if (messages.isEmpty()) {
                    missing.add(key);
                }
            }
            Looks.log(log, keys, found);
            List<List<LoggedEntry>> shown = found.stream().map(traces::entries).toList();
            if (json.isWanted()) {
                out.println(Json.write(Map.of(
                        "messages",
                        shown.stream()
                                .map(entries -> TraceJson.of(entries, names, !noBodies))
                                .toList())));
            } else {
                shown.forEach(entries -> new TracePrinter(out, names, !noBodies).print(entries));
            }
        }
        missing.forEach(key -> here.err().println("No message carries the key " + key + "."));
        return missing.isEmpty() ? 0 : Failures.FOUND_WRONG;
    }
}
