package lingnan.hub.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who runs the server. PostgreSQL refuses to run as root; a hub started as root gives it an account of the machine that
 * has no rights, or, if that account cannot reach the data directory, a user namespace in which root is nobody.
 *
 * @param prefix what comes before the server's command
 * @param owner the number of the account that must own the data, or -1 if it is the hub's own
 */
record ServerAccount(List<String> prefix, int owner) {

    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int NOBODY = 65_534;

    /** @param binary a program that the account must be able to reach; the cluster lies beside it */
    static ServerAccount choose(Path cluster, Path binary) throws IOException {
        if (uid(Path.of("/proc/self")) != 0) {
            return new ServerAccount(List.of(), -1);
        }
        if (Files.exists(cluster)) {
            int owner = uid(cluster);
            return check(owner == 0 ? namespace() : account(owner, gid(cluster)), binary)
                    .orElseThrow(() -> unreachable(binary));
        }
        for (ServerAccount candidate : candidates()) {
            Optional<ServerAccount> usable = check(candidate, binary);
            if (usable.isPresent()) {
                return usable.get();
            }
        }
        throw unreachable(binary);
    }

    List<String> command(List<String> program) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(program);
        return all;
    }

    /** Gives a file or empty directory to the account. */
    void own(Path path) throws IOException {
        if (owner >= 0) {
            Files.setAttribute(path, "unix:uid", owner);
        }
    }

    private static List<ServerAccount> candidates() throws IOException {
        List<ServerAccount> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1);
        for (String name : List.of("postgres", "nobody")) {
            for (String line : lines) {
                String[] fields = line.split(":", -1);
                if (fields.length > 3 && fields[0].equals(name)) {
                    found.add(account(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
                }
            }
        }
        found.add(account(NOBODY, NOBODY));
        found.add(namespace());
        return found;
    }

    private static ServerAccount account(int uid, int gid) {
        return new ServerAccount(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid);
    }

    private static ServerAccount namespace() {
        return new ServerAccount(List.of("unshare", "--user", "--"), -1);
    }

    private static Optional<ServerAccount> check(ServerAccount candidate, Path binary) {
        Commands.Result result = Commands.attempt(candidate.command(List.of(binary.toString(), "-V")), "", SHORT);
        return result.code() == 0 ? Optional.of(candidate) : Optional.empty();
    }

    private static DatabaseUnavailable unreachable(Path binary) {
        return new DatabaseUnavailable(
                "PostgreSQL does not run as root, and no unprivileged account can reach " + binary
                        + ". Start the hub as an ordinary user, put the data directory where others may enter (HUB_DATA),"
                        + " or name a PostgreSQL of your own in HUB_DB_URL.");
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int gid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
