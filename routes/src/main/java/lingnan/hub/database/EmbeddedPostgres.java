package lingnan.hub.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server of our own: started, watched, started again when it dies, and stopped by the hub. */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final long LOG_FILE_LIMIT = 10_000_000;

    private final ServerFiles files;
    private final DirectoryLock lock;
    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final Thread supervisor;

    private volatile int port;
    private volatile boolean stopping;
    private volatile @Nullable Process server;

    private EmbeddedPostgres(ServerFiles files, DirectoryLock lock, String password) throws IOException {
        this.files = files;
        this.lock = lock;
        this.binaries = PostgresBinaries.unpackBelow(files.directory());
        boolean complete = Files.exists(files.complete());
        new Orphans(files).stop();
        if (!complete) {
            PostgresBinaries.deleteTree(files.cluster());
        }
        this.account = ServerAccount.choose(files.cluster(), binaries.program("postgres"));
        new Cluster(files, binaries, account).makeUnlessComplete(password);
        start();
        this.supervisor = new Thread(this::supervise, "postgres-supervisor");
        this.supervisor.setDaemon(true);
        this.supervisor.start();
    }

    /** @return empty if another process holds the data directory */
    static Optional<EmbeddedPostgres> start(ServerFiles files, String password) {
        try {
            Files.createDirectories(files.directory());
            Optional<DirectoryLock> lock = DirectoryLock.take(files.lock());
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(startLocked(files, lock.get(), password));
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot start PostgreSQL in " + files.directory(), e);
        }
    }

    private static EmbeddedPostgres startLocked(ServerFiles files, DirectoryLock lock, String password)
            throws IOException {
        try {
            return new EmbeddedPostgres(files, lock, password);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    private void start() throws IOException {
        DatabaseUnavailable last = new DatabaseUnavailable("PostgreSQL was not started");
        for (int attempt = 0; attempt < 5 && !stopping; attempt++) {
            try {
                int candidate = freePort();
                launch(candidate);
                port = candidate;
                files.rememberPort(candidate);
                return;
            } catch (DatabaseUnavailable e) {
                last = e;
                new Orphans(files).stop();
            }
        }
        throw last;
    }

    private void launch(int candidate) throws IOException {
        rotateLog();
        List<String> command = new ArrayList<>();
        // A session of its own: the terminal's Ctrl-C is for the hub, which stops the server last.
        command.add("setsid");
        command.addAll(account.command(ServerOptions.command(binaries, files.cluster(), candidate)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        Commands.clean(builder);
        Process process = builder.start();
        process.getOutputStream().close();
        awaitReady(process);
        server = process;
    }

    private void awaitReady(Process process) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!files.isReady(process.pid())) {
            if (!process.isAlive()) {
                throw new DatabaseUnavailable("PostgreSQL ended with code " + process.exitValue()
                        + " before it was ready; its words are at the end of " + files.log());
            }
            if (System.nanoTime() > deadline || !Pause.millis(15)) {
                process.destroyForcibly();
                throw new DatabaseUnavailable("PostgreSQL was not ready in time; see " + files.log());
            }
        }
    }

    private int freePort() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        int wanted = port != 0 ? port : files.port().orElse(0);
        try (ServerSocket probe = new ServerSocket(wanted, 1, loopback)) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket probe = new ServerSocket(0, 1, loopback)) {
                return probe.getLocalPort();
            }
        }
    }

    private void supervise() {
        long pause = 100;
        while (!stopping) {
            Process watched = server;
            try {
                if (watched != null) {
                    watched.waitFor();
                }
                if (stopping) {
                    return;
                }
                LOG.error("PostgreSQL died; starting it again. Its words are in {}", files.log());
                new Orphans(files).stop();
                start();
                LOG.info("PostgreSQL is back on port {}", port);
                pause = 100;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | DatabaseUnavailable e) {
                LOG.error("PostgreSQL could not be started again; trying on", e);
                server = null;
                pause = Math.min(pause * 2, 5_000);
                Pause.millis(pause);
            }
        }
    }

    private void rotateLog() throws IOException {
        Path log = files.log();
        if (Files.exists(log) && Files.size(log) > LOG_FILE_LIMIT) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        stopping = true;
        supervisor.interrupt();
        try {
            supervisor.join(TimeUnit.SECONDS.toMillis(30));
            Process running = server;
            if (running != null && running.isAlive()) {
                stop(running);
            }
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("The lock of {} could not be released", files.directory(), e);
        }
    }

    /** Fast (clients are cut off, all is written), then immediate (the next start recovers), then by force. */
    private static void stop(Process running) throws InterruptedException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            Commands.attempt(List.of("kill", "-" + signal, Long.toString(running.pid())), "", Duration.ofSeconds(5));
            if (running.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
            LOG.warn("PostgreSQL did not stop on SIG{}", signal);
        }
    }
}
