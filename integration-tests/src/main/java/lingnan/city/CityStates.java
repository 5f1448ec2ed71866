package lingnan.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import lingnan.city.data.HeldRecords;

/** What the agencies that the hub does not call have given it: their registers as files, brought in by the hub's own command. */
public final class CityStates {

    private static final int SEED = 2009;

    private CityStates() {}

    /**
     * Writes the registers of subjects that the shipped city does not answer live, and loads them with one
     * {@code ./hub load --all}, also over those of an earlier demonstration.
     *
     * @param wanted of which subjects, by their codes
     * @param records about how many of each
     * @throws IllegalStateException with what the command says if one of them does not load
     */
    public static void load(HubProcess hub, Path folder, Predicate<String> wanted, int records) throws IOException {
        Path city = Installation.find().root().resolve("routes/city/guangzhou-2009");
        HeldRecords.of(SEED, records).write(city, folder, wanted);
        HubCommand.Result load = HubCommand.run(hub, "load", "--all", folder.toString());
        if (load.exitCode() != 0) {
            throw new IllegalStateException("The states could not be loaded: " + load.output());
        }
    }
}
