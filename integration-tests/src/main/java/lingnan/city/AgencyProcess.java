package lingnan.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lingnan.city.agency.LedgerLine;

/** One agency of the city, running. */
public final class AgencyProcess {

    private static final Duration START = Duration.ofSeconds(60);
    private static final HttpClient CONTROL =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SimulatedAgency agency;
    private final City.Setting setting;
    private ChildProcess process;
    private int port;

    private AgencyProcess(SimulatedAgency agency, City.Setting setting, ChildProcess process) {
        this.agency = agency;
        this.setting = setting;
        this.process = process;
    }

    /** Starts the process without waiting for it, so that several can start side by side. */
    static AgencyProcess launch(SimulatedAgency agency, City.Setting setting) throws IOException {
        return new AgencyProcess(agency, setting, start(agency, setting, 0));
    }

    AgencyProcess awaitReady() {
        port = Integer.parseInt(process.awaitReady(START).substring("LISTENING ".length()));
        return this;
    }

    private static ChildProcess start(SimulatedAgency agency, City.Setting setting, int port) throws IOException {
        Installation installation = Installation.find();
        List<String> command = new ArrayList<>(Installation.java());
        // Small programs: the quick compiler and one collector thread start sooner and leave the cores to the hub.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.add("-Xmx" + (128 + setting.records() / 50) + "m");
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp"));
        command.add(agency.runsOnAxis() ? installation.axisClassPath() : installation.cityClassPath());
        command.addAll(agency.program());
        command.add("--port=" + port);
        command.add("--ledger=" + ledger(agency, setting));
        command.add("--seed=" + setting.seed());
        command.add("--records=" + setting.records());
        Path log = setting.directory().resolve(agency + ".log");
        return ChildProcess.start(agency.name(), command, Map.of(), log, line -> line.startsWith("LISTENING "));
    }

    private static Path ledger(SimulatedAgency agency, City.Setting setting) {
        return setting.directory().resolve(agency + ".ledger");
    }

    /** The address of its service. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + agency.path());
    }

    public int port() {
        return port;
    }

    public Path ledgerFile() {
        return ledger(agency, setting);
    }

    /** What it has received and answered so far. */
    public List<LedgerLine> ledger() {
        try {
            return LedgerLine.read(ledgerFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger of " + agency + " cannot be read", e);
        }
    }

    /** @param mode such as {@code normal}, {@code drop} or {@code slow=3000}; until it is set anew */
    public void behave(String mode) {
        control("mode=" + mode.replace("=", "%3D"));
    }

    /** For the next so many calls, then normal again. */
    public void behave(String mode, int calls) {
        control("mode=" + mode.replace("=", "%3D") + "&calls=" + calls);
    }

    private void control(String query) {
        URI control = URI.create("http://127.0.0.1:" + port + "/control?" + query);
        try {
            var answer = CONTROL.send(
                    HttpRequest.newBuilder(control)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(agency + " says: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(agency + " cannot be told to behave otherwise", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}; its port is then closed. */
    public void kill() {
        process.kill();
    }

    /** After {@link #kill}: at the same port, with the same records, its ledger going on. */
    public void restart() throws IOException {
        process = start(agency, setting, port);
        awaitReady();
    }

    void stop() {
        process.endInput(Duration.ofSeconds(5));
    }

    int exitCode() {
        return process.exitCode();
    }
}
