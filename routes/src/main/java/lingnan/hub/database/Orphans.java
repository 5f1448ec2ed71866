package lingnan.hub.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that outlived their hub. A pid file may name a zombie or a foreign process, so what counts is which processes
 * really work in the data directory.
 */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final ServerFiles files;

    Orphans(ServerFiles files) {
        this.files = files;
    }

    /** Stops every process that works in the cluster, gently first, and removes the pid file they leave behind. */
    void stop() throws IOException {
        List<Long> living = processes();
        if (!living.isEmpty()) {
            LOG.warn("Stopping a PostgreSQL that outlived its hub: processes {} in {}", living, files.cluster());
            long recorded = files.recordedPid().orElse(-1L);
            if (living.contains(recorded)) {
                signal("CONT", living);
                signal("INT", List.of(recorded));
                if (!awaitNone(Duration.ofSeconds(10))) {
                    signal("QUIT", List.of(recorded));
                }
            }
            if (!awaitNone(Duration.ofSeconds(5))) {
                signal("KILL", processes());
            }
            if (!awaitNone(Duration.ofSeconds(10))) {
                throw new DatabaseUnavailable("Processes " + processes() + " still work in " + files.cluster()
                        + " and cannot be stopped. Stop them, then start the hub again.");
            }
        }
        Files.deleteIfExists(files.pidFile());
    }

    private List<Long> processes() throws IOException {
        List<Long> found = new ArrayList<>();
        if (!Files.exists(files.cluster())) {
            return found;
        }
        Path cluster = files.cluster().toRealPath();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                if (worksIn(process, cluster)) {
                    found.add(Long.valueOf(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private boolean awaitNone(Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!processes().isEmpty()) {
            if (System.nanoTime() > deadline || !Pause.millis(20)) {
                return false;
            }
        }
        return true;
    }

    private static void signal(String name, List<Long> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(pid -> command.add(Long.toString(pid)));
        if (!processes.isEmpty()) {
            Commands.attempt(command, "", Duration.ofSeconds(5));
        }
    }
}
