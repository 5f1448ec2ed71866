package lingnan.city.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param slice how long each way is loaded in each round
 * @param warmUp messages with which each way is loaded before anything counts
 * @param callers at once; each number is measured
 * @param rounds through all ways, one after the other, so that a slow minute of the machine meets all of them
 * @param directory in which the data of the measured hubs lie while it runs; a real disk, or the log costs nothing
 * @param json whether one JSON object is wanted on standard output
 * @param dialects whether translation is measured as well
 * @param city whether it is measured what ten times as many subjects cost
 */
public record BenchOptions(
        Duration slice,
        int warmUp,
        List<Integer> callers,
        int rounds,
        Path directory,
        boolean json,
        boolean dialects,
        boolean city,
        boolean help) {

    static final String USAGE = """
            Usage: ./hub bench [--quick] [--seconds N] [--callers N,N…] [--rounds N] [--no-dialects] [--no-city] [--json] [--data DIR]

            Measures, in one run on this machine, the same question asked five ways: straight to a provider, through a
            bare servlet, through a Camel route, through the hub without its log, and through the whole hub. Each answer
            is checked. Then translation from each old dialect, start and idle memory
            with 320 subjects against 32, and the design's budgets, each met or not met.
              --quick        about a minute in all; the figures are rough
              --seconds N    for each way in each round (5)
              --callers N,…  at once (1,16,64)
              --rounds N     through all ways (3)
              --no-dialects  without the old dialects
              --no-city      without starting hubs with 32 and 320 subjects
              --json         one JSON object on standard output, the telling on standard error
              --data DIR     where the measured hubs keep their data meanwhile (data/bench); must be a real disk
            Exit code 0 also when a budget is missed; 1 when it could not be measured honestly.""";

    /** The compiler's last word on a method comes after some ten thousand calls. */
    private static final int WARM_UP = 60_000;

    static BenchOptions standard(Path directory) {
        return new BenchOptions(
                Duration.ofSeconds(5), WARM_UP, List.of(1, 16, 64), 3, directory, false, true, true, false);
    }

    /** Enough to see that it works. */
    public BenchOptions quick() {
        return new BenchOptions(Duration.ofSeconds(2), 8_000, List.of(1, 16), 1, directory, json, false, false, help);
    }

    /** @throws IllegalArgumentException if one is unknown or no number */
    static BenchOptions parse(String[] arguments, Path directory) {
        BenchOptions options = standard(directory);
        if (Arrays.asList(arguments).contains("--quick")) {
            options = options.quick();
        }
        for (int i = 0; i < arguments.length; i++) {
            options = switch (arguments[i]) {
                case "--quick" -> options;
                case "--seconds" -> options.lasting(Duration.ofSeconds(number(arguments, ++i)));
                case "--callers" -> options.with(numbers(arguments, ++i), options.rounds);
                case "--rounds" -> options.with(options.callers, number(arguments, ++i));
                case "--no-dialects" -> options.with(options.json, false, options.city, options.help);
                case "--no-city" -> options.with(options.json, options.dialects, false, options.help);
                case "--json" -> options.with(true, options.dialects, options.city, options.help);
                case "--help", "-h" -> options.with(options.json, options.dialects, options.city, true);
                case "--data" -> options.in(Path.of(value(arguments, ++i)).toAbsolutePath());
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            };
        }
        return options;
    }

    public BenchOptions lasting(Duration each) {
        return new BenchOptions(each, warmUp, callers, rounds, directory, json, dialects, city, help);
    }

    public BenchOptions in(Path other) {
        return new BenchOptions(slice, warmUp, callers, rounds, other, json, dialects, city, help);
    }

    private BenchOptions with(List<Integer> atOnce, int times) {
        return new BenchOptions(slice, warmUp, atOnce, times, directory, json, dialects, city, help);
    }

    private BenchOptions with(boolean asJson, boolean andDialects, boolean andCity, boolean wantsHelp) {
        return new BenchOptions(slice, warmUp, callers, rounds, directory, asJson, andDialects, andCity, wantsHelp);
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static int number(String[] arguments, int index) {
        return positive(value(arguments, index));
    }

    private static List<Integer> numbers(String[] arguments, int index) {
        return Arrays.stream(value(arguments, index).split(","))
                .map(BenchOptions::positive)
                .toList();
    }

    private static int positive(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(text + " is not a number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }
}
