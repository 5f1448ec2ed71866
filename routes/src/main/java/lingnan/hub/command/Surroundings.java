package lingnan.hub.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.CitySettings;
import lingnan.hub.catalog.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What every command is given: where it prints, and where the data and the city are, said on the command line, else in
 * the environment, else beside the checkout.
 */
final class Surroundings {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory (HUB_DATA, ./data).")
    private @Nullable Path data;

    @Option(names = "--city", paramLabel = "DIR", description = "The city's files (HUB_CITY, the shipped city).")
    private @Nullable Path city;

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    Path data() {
        return choose(data, "HUB_DATA", "data");
    }

    Path city() {
        return choose(city, "HUB_CITY", "routes/city/guangzhou-2009");
    }

    /** @throws CommandFailure if no hub has ever run there */
    Path existingData() {
        Path found = data();
        if (!Files.isDirectory(found)) {
            throw new CommandFailure(
                    "There is no data directory " + found + ". Start the hub once, or name it with --data.");
        }
        return found;
    }

    /** @throws CommandFailure if the city's files are not sound */
    Snapshot snapshot() {
        return Catalog.read(new CitySettings(city(), Map.of()))
                .orElseThrow(() -> new CommandFailure("The city is not sound. ./hub check lists what is wrong."));
    }

    private static Path choose(@Nullable Path said, String variable, String below) {
        if (said != null) {
            return said.toAbsolutePath().normalize();
        }
        String set = System.getenv(variable);
        if (set != null && !set.isBlank()) {
            return Path.of(set).toAbsolutePath().normalize();
        }
        return Path.of(Optional.ofNullable(System.getenv("HUB_HOME")).orElse("."))
                .resolve(below)
                .toAbsolutePath()
                .normalize();
    }
}
