package lingnan.city;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hub, started as {@code ./hub run} starts it: a process with a data directory, two ports and the shipped city. */
public final class HubProcess implements AutoCloseable {

    /** Those of {@code ./hub run}; the property {@code lingnan.city.hub.java} may add to them. */
    public static final List<String> JAVA_OPTIONS = Stream.concat(
                    Stream.of(
                            "-Djdk.serialFilter=!*",
                            "-Djdk.xml.enableExtensionFunctions=false",
                            "-XX:+UseG1GC",
                            "-Xmx1g",
                            "-XX:+ExitOnOutOfMemoryError"),
                    System.getProperty("lingnan.city.hub.java", "").lines())
            .toList();

    private static final Duration START = Duration.ofSeconds(120);
    private static final HttpClient PROBE =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Setting setting;
    private final int port;
    private final int consolePort;
    private ChildProcess process;

    private HubProcess(Setting setting, int port, int consolePort) throws IOException {
        this.setting = setting;
        this.port = port;
        this.consolePort = consolePort;
        this.process = launch();
    }

    /**
     * What a hub is started with.
     *
     * @param data its data directory, made on first use
     * @param endpoints as {@link City#endpoints()} gives them
     * @param environment such as HUB_DB_URL; may override what is set otherwise
     * @param arguments further {@code --hub.…=…}
     * @param classes directories to be put on its class path behind its own; none for a hub as it is shipped
     */
    public record Setting(
            Path data,
            Map<String, URI> endpoints,
            Map<String, String> environment,
            List<String> arguments,
            List<Path> classes) {

        public Setting(Path data, Map<String, URI> endpoints, Map<String, String> environment, List<String> arguments) {
            this(data, endpoints, environment, arguments, List.of());
        }

        public static Setting of(Path data, City city) {
            return new Setting(data, city.endpoints(), Map.of(), List.of());
        }
    }

    /** Starts a hub on free ports and waits until it says that it is ready and its health is good. */
    public static HubProcess start(Setting setting) throws IOException {
        return start(setting, freePort(), freePort());
    }

    public static HubProcess start(Setting setting, int port, int consolePort) throws IOException {
        HubProcess hub = new HubProcess(setting, port, consolePort);
        hub.awaitReady();
        return hub;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ChildProcess launch() throws IOException {
        Installation installation = Installation.find();
        List<String> command = new ArrayList<>(Installation.java());
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-cp", installation.hubClassPath() + addedClasses(), "lingnan.hub.command.Main", "run"));
        setting.endpoints().forEach((name, address) -> command.add("--" + name + "=" + address));
        command.addAll(setting.arguments());
        Map<String, String> environment = new HashMap<>();
        environment.put("HUB_DATA", setting.data().toString());
        environment.put(
                "HUB_CITY",
                installation.root().resolve("routes/city/guangzhou-2009").toString());
        environment.put("HUB_PORT", Integer.toString(port));
        environment.put("HUB_CONSOLE_PORT", Integer.toString(consolePort));
        environment.putAll(setting.environment());
        // Beside the data, not inside: a hub may want its data directory to itself.
        Path log = setting.data().resolveSibling(setting.data().getFileName() + ".log");
        return ChildProcess.start("hub", command, environment, log, line -> line.startsWith("READY"));
    }

    private String addedClasses() {
        return setting.classes().stream()
                .map(directory -> File.pathSeparator + directory)
                .collect(Collectors.joining());
    }

    private void awaitReady() throws IOException {
        process.awaitReady(START);
        if (healthStatus() != 200) {
            process.kill();
            throw new IllegalStateException("The hub says READY, but " + console() + "health does not");
        }
    }

    /** The status with which the console answers {@code /health}. */
    public int healthStatus() throws IOException {
        HttpRequest health = HttpRequest.newBuilder(console().resolve("health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return PROBE.send(health, BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** As agencies see it, such as {@code http://127.0.0.1:34567/}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public URI service(String subject) {
        return base().resolve("services/" + subject);
    }

    /** As people see it. */
    public URI console() {
        return URI.create("http://127.0.0.1:" + consolePort + "/");
    }

    public Path data() {
        return setting.data();
    }

    /** What was set for it beside its data and ports, such as HUB_DB_URL. */
    Map<String, String> environment() {
        return setting.environment();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. Its PostgreSQL lives on. */
    public void kill() {
        process.kill();
    }

    /** On the same data and ports; waits until it is ready. */
    public void restart() throws IOException {
        if (process.isAlive()) {
            close();
        }
        process = launch();
        awaitReady();
    }

    /** Asks it to end, and waits; ends also a PostgreSQL that outlived a killed hub. */
    @Override
    public void close() throws IOException {
        process.stop(Duration.ofSeconds(30));
        OptionalLong database = databasePid();
        if (database.isPresent() && isDatabaseOfThis(database.getAsLong())) {
            ProcessHandle.of(database.getAsLong()).ifPresent(HubProcess::end);
        }
    }

    /** A number in a stale file may be anyone's by now: a server runs in its own data directory. */
    private boolean isDatabaseOfThis(long pid) throws IOException {
        Path workingDirectory = Path.of("/proc", Long.toString(pid), "cwd");
        return Files.exists(workingDirectory)
                && workingDirectory.toRealPath().startsWith(setting.data().toRealPath());
    }

    private static void end(ProcessHandle database) {
        database.destroy();
        try {
            database.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            database.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            database.destroyForcibly();
        }
    }

    /** The passwords made on first start, by subsystem, such as {@code GZ/GOV/AIC/ENT}. */
    public Map<String, String> passwords() {
        Path file = setting.data().resolve("initial-passwords.txt");
        try (Stream<String> lines = Files.lines(file)) {
            Map<String, String> passwords = new TreeMap<>();
            lines.map(line -> line.split("\t", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> passwords.put(parts[0], parts[1]));
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException("The hub left no initial passwords in " + file, e);
        }
    }

    /** A client that calls as one of the subsystems. */
    public HubClient client(String subsystem) {
        String password = passwords().get(subsystem);
        if (password == null) {
            throw new IllegalArgumentException("No initial password of " + subsystem);
        }
        return new HubClient(base(), subsystem, password);
    }

    /** The process of the hub's own PostgreSQL; none if it uses another or has not started it. */
    public OptionalLong databasePid() throws IOException {
        Path postgres = setting.data().resolve("postgres");
        if (!Files.isDirectory(postgres)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.find(postgres, 4, (path, unused) -> path.endsWith("postmaster.pid"))) {
            var pidFile = files.findFirst();
            return pidFile.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(
                            Files.readAllLines(pidFile.get()).get(0).strip()));
        }
    }
}
