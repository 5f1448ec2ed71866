package lingnan.hub.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the embedded server's files lie, and what they say. */
record ServerFiles(Path directory) {

    static ServerFiles of(Path data) {
        return new ServerFiles(data.toAbsolutePath().normalize().resolve("postgres"));
    }

    Path cluster() {
        return directory.resolve("cluster");
    }

    /** Written after the cluster was wholly made: PostgreSQL itself does not tell a finished initdb from one cut short. */
    Path complete() {
        return directory.resolve("cluster.complete");
    }

    Path lock() {
        return directory.resolve("hub.lock");
    }

    Path portFile() {
        return directory.resolve("port");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    Optional<Integer> port() throws IOException {
        return Files.exists(portFile())
                ? Optional.of(Integer.valueOf(Files.readString(portFile()).strip()))
                : Optional.empty();
    }

    void rememberPort(int port) throws IOException {
        DurableFiles.write(portFile(), (port + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The process that the server's own pid file names. */
    Optional<Long> recordedPid() throws IOException {
        List<String> lines = pidLines();
        return lines.isEmpty() || !lines.get(0).matches("\\d+")
                ? Optional.empty()
                : Optional.of(Long.valueOf(lines.get(0)));
    }

    /** Whether the server with this process id accepts connections; its eighth line says so. */
    boolean isReady(long pid) throws IOException {
        List<String> lines = pidLines();
        return lines.size() >= 8
                && lines.get(0).equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    private List<String> pidLines() throws IOException {
        try {
            return Files.readAllLines(pidFile());
        } catch (java.nio.file.NoSuchFileException none) {
            return List.of();
        }
    }
}
