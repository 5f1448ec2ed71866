package lingnan.hub.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.CitySettings;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.publication.HeldStates;
import lingnan.hub.publication.StateLoader;
import lingnan.hub.publication.StateLoader.Order;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description =
                "Loads the state of a subject that the hub answers from (FRONT_END, STORE). The files of one subject "
                        + "replace its whole state together, or are added to it; readers see it change at once or not at all.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is loaded",
            "1:a subject's files have findings or are older than what is held; nothing of it was changed",
            "3:could not"
        },
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    private Surroundings here = new Surroundings();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private GrantDay day = new GrantDay();

    @Parameters(arity = "0..*", paramLabel = "SUBJECT FILE", description = "A subject's code, then its files.")
    private List<String> words = List.of();

    @Option(names = "--all", paramLabel = "FOLDER", description = "Loads each *.xml of a folder into its own subject.")
    private @Nullable Path all;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "When it was true, whatever the files say; with --add, that they are all changes up to then.")
    private @Nullable String asOf;

    @Option(names = "--add", description = "Adds the records, each in the place of those with the same first key.")
    private boolean add;

    @Option(names = "--older", description = "Takes also what was true before the state that is held.")
    private boolean older;

    @Option(names = "--held", description = "Loads nothing; lists what is held, and as of when.")
    private boolean held;

    @Option(names = "--actor", description = "Who loads (the user of this machine).")
    private String actor = System.getProperty("user.name", "operator");

    @Override
    public Integer call() {
        if (held) {
            return list();
        }
        if (words.isEmpty() == (all == null) || words.size() == 1) {
            throw new ParameterException(
                    command.commandLine(), "Say a subject and its files, or --all FOLDER, or --held.");
        }
        Snapshot city = Catalog.read(new CitySettings(here.city(), Map.of()))
                .orElseThrow(() -> new CommandFailure(here.city() + " has findings; ./hub check lists them."));
        Map<Subject, List<Path>> work = all == null ? LoadWork.of(city, words) : LoadWork.of(city, all);
        LoadReport report = new LoadReport(here.out(), here.err(), json.isWanted());
        try (LogOf log = LogOf.open(here);
                StateLoader loader = StateLoader.to(log.database(), log.access(), day.toActOn(here.data()))) {
            Optional<Instant> time = asOf == null ? Optional.empty() : Optional.of(time(asOf));
            Order order = new Order(add, older, time, actor, report::progress);
            work.forEach((subject, files) -> {
                report.begin(subject);
                report.end(subject, loader.load(subject, provider(city, subject), files, order));
            });
        }
        return report.conclude();
    }

    private int list() {
        try (LogOf log = LogOf.open(here)) {
            List<HeldStates.Held> states =
                    HeldStates.of(log.database(), log.access()).all();
            if (json.isWanted()) {
                here.out()
                        .println(Json.write(Map.of(
                                "held", states.stream().map(LoadReport::row).toList())));
            } else {
                states.forEach(state -> here.out()
                        .printf(
                                "%-24s v%-3d %,12d records   as of %s   loaded %s%n",
                                state.subject(), state.version(), state.records(), state.asOf(), state.loadedAt()));
                here.out().printf("%d states.%n", states.size());
            }
        }
        return 0;
    }

    private static String provider(Snapshot city, Subject subject) {
        return new SubsystemId(city.instance(), "GOV", subject.provider(), subject.providerSubsystem()).toString();
    }

    private static Instant time(String text) {
        return StateLoader.time(text)
                .orElseThrow(() -> new CommandFailure(
                        text + " is no time. Write 2009-11-10T09:00:00+08:00; without an offset it is the city's."));
    }
}
