package lingnan.hub.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Keys and passwords as files that only the hub's own account can read, made at random on first use. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    private Secrets(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    public static Secrets in(Path directory) {
        return new Secrets(directory);
    }

    /** A random secret of this many bytes, kept as one line of hexadecimal digits. */
    public byte[] bytes(String name, int length) {
        byte[] fresh = new byte[length];
        RANDOM.nextBytes(fresh);
        byte[] secret = HexFormat.of()
                .parseHex(text(name, HexFormat.of().formatHex(fresh)).strip());
        if (secret.length != length) {
            throw new IllegalStateException(
                    "The secret " + file(name) + " should have " + length + " bytes but has " + secret.length);
        }
        return secret;
    }

    /** A random password of 40 hexadecimal digits. */
    public String password(String name) {
        return HexFormat.of().formatHex(bytes(name, 20));
    }

    /** The text of a secret, which is the given one if there is none yet. */
    public String text(String name, String fresh) {
        try {
            Path file = file(name);
            if (!Files.exists(file)) {
                makeDirectory();
                DurableFiles.writeOnce(file, (fresh + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the secret " + file(name), e);
        }
    }

    public Optional<String> existing(String name) {
        try {
            return Files.exists(file(name)) ? Optional.of(Files.readString(file(name))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secret " + file(name), e);
        }
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    private void makeDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
