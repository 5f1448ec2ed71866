package lingnan.city;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/** The simulated agencies of one test or demonstration, on free ports. Closing it stops them all. */
public final class City implements AutoCloseable {

    private final Map<SimulatedAgency, AgencyProcess> agencies = new EnumMap<>(SimulatedAgency.class);

    private City() {}

    /**
     * What a city is made of.
     *
     * @param directory for ledgers and logs
     * @param seed the same seed makes the same records
     * @param records about how many in each register
     */
    public record Setting(Path directory, long seed, int records) {

        public static Setting in(Path directory) {
            return new Setting(directory, 2009, 2000);
        }
    }

    /** All agencies, ready to answer. */
    public static City start(Setting setting) throws IOException {
        return start(setting, EnumSet.allOf(SimulatedAgency.class));
    }

    /** @throws IllegalStateException if one does not get ready; none is left running then */
    public static City start(Setting setting, Collection<SimulatedAgency> wanted) throws IOException {
        City city = new City();
        boolean isUp = false;
        try {
            for (SimulatedAgency agency : wanted) {
                city.agencies.put(agency, AgencyProcess.launch(agency, setting));
            }
            city.agencies.values().forEach(AgencyProcess::awaitReady);
            isUp = true;
            return city;
        } finally {
            if (!isUp) {
                city.close();
            }
        }
    }

    /** @throws IllegalArgumentException if it was not started */
    public AgencyProcess agency(SimulatedAgency agency) {
        AgencyProcess process = agencies.get(agency);
        if (process == null) {
            throw new IllegalArgumentException(agency + " is not part of this city");
        }
        return process;
    }

    /** The settings by which a hub finds the agencies here: {@code hub.agencies.AIC} and so on, without paths. */
    public Map<String, URI> endpoints() {
        Map<String, URI> endpoints = new TreeMap<>();
        agencies.forEach((agency, process) ->
                endpoints.put("hub.agencies." + agency, URI.create("http://127.0.0.1:" + process.port())));
        return endpoints;
    }

    @Override
    public void close() {
        agencies.values().forEach(AgencyProcess::stop);
    }
}
