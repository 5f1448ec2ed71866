package lingnan.hub.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's binaries, unpacked once for each version from the archive on the class path. */
record PostgresBinaries(Path home) {

    private static final String COMPLETE = "unpacked.complete";

    static PostgresBinaries unpackBelow(Path directory) {
        String archive = archiveName();
        try {
            Path home = directory.resolve("server-" + fingerprint(archive));
            if (!Files.exists(home.resolve(COMPLETE))) {
                deleteTree(home);
                Files.createDirectories(home);
                unpack(archive, home);
                DurableFiles.write(home.resolve(COMPLETE), new byte[0]);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot unpack PostgreSQL's binaries below " + directory, e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static String archiveName() {
        String arch = System.getProperty("os.arch", "");
        String machine = arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm_64" : arch;
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String name = "postgres-" + system + "-" + machine + ".txz";
        if (PostgresBinaries.class.getClassLoader().getResource(name) == null) {
            throw new DatabaseUnavailable("There are no PostgreSQL binaries for this machine (" + name
                    + ") on the class path. Name a PostgreSQL of your own in HUB_DB_URL.");
        }
        return name;
    }

    private static InputStream open(String archive) throws IOException {
        InputStream in = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("Not on the class path: " + archive);
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    /** The archive carries no version that can be read cheaply; the last bytes of an xz stream index its content. */
    private static String fingerprint(String archive) throws IOException {
        try (InputStream in = open(archive)) {
            java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
            return HexFormat.of().toHexDigits((int) sum.getValue());
        }
    }

    private static void unpack(String archive, Path home) throws IOException {
        try (InputStream in = open(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("The archive leaves its directory: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.OTHERS_READ));
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> walk = Files.walk(root)) {
            found = new ArrayList<>(walk.toList());
        }
        for (int i = found.size() - 1; i >= 0; i--) {
            Files.delete(found.get(i));
        }
    }
}
