package lingnan.city.agency;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an agency's process is started.
 *
 * @param port 0 for any free one
 * @param seed of the generated records
 * @param records about how many in each register
 * @param mode in force from the start
 */
public record AgencyOptions(int port, Path ledger, long seed, int records, String mode) {

    private static final Set<String> NAMES = Set.of("port", "ledger", "seed", "records", "mode");

    /**
     * @param arguments {@code --port=0 --ledger=FILE --seed=2009 --records=2000 --mode=normal}, all optional but the
     *     ledger; {@code CITY_MODE} in the environment is the mode's default
     * @throws IllegalArgumentException if one is unknown or no number
     */
    public static AgencyOptions parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(AgencyOptions::name, parts -> parts[1]));
        String ledger = given.get("ledger");
        if (ledger == null) {
            throw new IllegalArgumentException("Say where the ledger is kept: --ledger=FILE");
        }
        return new AgencyOptions(
                Integer.parseInt(given.getOrDefault("port", "0")),
                Path.of(ledger),
                Long.parseLong(given.getOrDefault("seed", "2009")),
                Integer.parseInt(given.getOrDefault("records", "2000")),
                given.getOrDefault("mode", environment.getOrDefault("CITY_MODE", "normal")));
    }

    private static String name(String[] parts) {
        String name = parts[0].replaceFirst("^--", "");
        if (parts.length != 2 || !NAMES.contains(name)) {
            throw new IllegalArgumentException("Not an option: " + parts[0] + "; options are --name=value of " + NAMES);
        }
        return name;
    }
}
