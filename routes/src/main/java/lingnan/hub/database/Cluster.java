package lingnan.hub.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the embedded server's data directory: UTF-8, byte order, passwords for everybody, one login, one database. */
final class Cluster {

    static final String LOGIN = "lingnan";
    static final String DATABASE = "lingnan";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ServerFiles files;
    private final PostgresBinaries binaries;
    private final ServerAccount account;

    Cluster(ServerFiles files, PostgresBinaries binaries, ServerAccount account) {
        this.files = files;
        this.binaries = binaries;
        this.account = account;
    }

    /** A cluster without our marker was cut short while it was made, so nothing was ever stored in it. */
    void makeUnlessComplete(String loginPassword) throws IOException {
        if (Files.exists(files.complete())) {
            return;
        }
        LOG.info("Making a PostgreSQL data directory in {}", files.cluster());
        PostgresBinaries.deleteTree(files.cluster());
        Files.createDirectory(
                files.cluster(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(files.cluster());
        initialise();
        createLogin(loginPassword);
        DurableFiles.write(files.complete(), new byte[0]);
    }

    private void initialise() throws IOException {
        Path passwordFile = files.directory().resolve("initial.password");
        Files.deleteIfExists(passwordFile);
        // Nobody ever logs in as the superuser: single-user mode needs no password.
        DurableFiles.write(passwordFile, randomPassword().getBytes(StandardCharsets.UTF_8));
        account.own(passwordFile);
        try {
            List<String> initdb = List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + files.cluster(),
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
            Commands.run("Making the data directory " + files.cluster(), account.command(initdb), "", LIMIT);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void createLogin(String password) {
        List<String> single = List.of(
                binaries.program("postgres").toString(),
                "--single",
                "-D",
                files.cluster().toString(),
                "-c",
                "exit_on_error=on",
                "postgres");
        String sql = "create role " + LOGIN + " login createrole password '" + password + "'\n" //
                + "create database " + DATABASE + " owner " + LOGIN + "\n";
        Commands.run("Creating the hub's login", account.command(single), sql, LIMIT);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[20];
        new java.security.SecureRandom().nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
