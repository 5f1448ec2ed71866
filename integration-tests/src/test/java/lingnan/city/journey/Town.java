package lingnan.city.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingnan.city.AgencyProcess;
import lingnan.city.City;
import lingnan.city.HubProcess;
import lingnan.city.Installation;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;
import lingnan.city.agency.LedgerLine;

/** A hub and agencies for one test class, with a copy of the city's files that a test may change. */
final class Town implements AutoCloseable {

    static final String AIC = "GZ/GOV/AIC/ENT";
    static final String LTAX = "GZ/GOV/LTAX/TAX";
    static final String LRH = "GZ/GOV/LRH/TITLE";
    static final String PLAN = "GZ/GOV/PLAN/PERMIT";
    static final String QTS = "GZ/GOV/QTS/ORG";

    private final Files2009 files;
    private final City city;
    private final HubProcess hub;

    private Town(Files2009 files, City city, HubProcess hub) {
        this.files = files;
        this.city = city;
        this.hub = hub;
    }

    /**
     * What a town is made of.
     *
     * @param folder for everything
     * @param agencies that run
     * @param elsewhere addresses of agencies that the test plays itself
     * @param arguments further {@code --hub.…=…}
     */
    record Plan(Path folder, Set<SimulatedAgency> agencies, Map<String, URI> elsewhere, List<String> arguments) {

        static Plan of(Path folder, SimulatedAgency... agencies) {
            return new Plan(folder, Set.of(agencies), Map.of(), List.of());
        }

        Plan with(String... more) {
            return new Plan(folder, agencies, elsewhere, List.of(more));
        }

        Plan withAgency(String code, URI address) {
            return new Plan(folder, agencies, Map.of("hub.agencies." + code, address), arguments);
        }
    }

    /** A city's files, to be changed before the hub reads them or under its eyes. */
    record Files2009(Path root) {

        static Files2009 copyTo(Path root) throws IOException {
            Path shipped = Installation.find().root().resolve("routes/city/guangzhou-2009");
            try (Stream<Path> all = Files.walk(shipped)) {
                for (Path file : all.toList()) {
                    Path copy = root.resolve(shipped.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            }
            return new Files2009(root);
        }

        /** @throws IllegalArgumentException if the text to be replaced does not stand there */
        void edit(String file, String was, String is) throws IOException {
            Path path = root.resolve(file);
            String text = Files.readString(path);
            if (!text.contains(was)) {
                throw new IllegalArgumentException(file + " does not contain " + was);
            }
            Files.writeString(path, text.replace(was, is));
        }
    }

    /** What is to be changed in the files before the hub starts. */
    interface Changes {
        void make(Files2009 files) throws IOException;
    }

    static Town start(Plan plan) throws IOException {
        return start(plan, files -> {});
    }

    static Town start(Plan plan, Changes changes) throws IOException {
        Files2009 files = Files2009.copyTo(plan.folder().resolve("files"));
        changes.make(files);
        City city = City.start(new City.Setting(plan.folder().resolve("city"), 2009, 50), plan.agencies());
        Map<String, URI> endpoints = new TreeMap<>(city.endpoints());
        endpoints.putAll(plan.elsewhere());
        Map<String, String> environment = Map.of("HUB_CITY", files.root().toString());
        try {
            HubProcess hub = HubProcess.start(
                    new HubProcess.Setting(plan.folder().resolve("data"), endpoints, environment, plan.arguments()));
            return new Town(files, city, hub);
        } catch (IllegalStateException notReady) {
            city.close();
            throw notReady;
        }
    }

    Files2009 files() {
        return files;
    }

    HubProcess hub() {
        return hub;
    }

    AgencyProcess agency(SimulatedAgency agency) {
        return city.agency(agency);
    }

    Reply ask(String caller, Question question) throws IOException {
        return hub.client(caller).query(question);
    }

    /** How often the agency acted on this message. */
    long effects(SimulatedAgency agency, Reply reply) {
        return effects(agency, reply.messageId().orElseThrow());
    }

    long effects(SimulatedAgency agency, String message) {
        return agency(agency).ledger().stream()
                .filter(line -> line.isEffect() && line.messageId().equals(message))
                .count();
    }

    /** How many calls of any kind have reached the agency. */
    long calls(SimulatedAgency agency) {
        return agency(agency).ledger().stream()
                .filter(line -> line.kind() == LedgerLine.Kind.RECEIVED)
                .count();
    }

    /** What the hub has printed so far. */
    String output() throws IOException {
        return Files.readString(hub.data().resolveSibling("data.log"));
    }

    @Override
    public void close() throws IOException {
        try {
            hub.close();
        } finally {
            city.close();
        }
    }
}
