package lingnan.hub.console.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} when there is none at all. Its password is printed once and kept in a file that only
 * the hub's own user can read, until it is changed.
 */
@Component
final class FirstPassword implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPassword.class);
    private static final String ADMIN = "admin";

    private final Accounts accounts;
    private final AccountSettings settings;
    private final Acts acts;

    FirstPassword(Accounts accounts, AccountSettings settings, Acts acts) {
        this.accounts = accounts;
        this.acts = acts;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        String given = settings.console().firstPassword();
        String password = given == null ? Passwords.random() : given;
        if (given == null) {
            write(password);
        }
        String hash = Passwords.encoder().encode(password);
        acts.administered(new Acts.Actor("hub", ""), "the first account is made: " + ADMIN);
        boolean added = accounts.add(new Account(ADMIN, hash, EnumSet.allOf(Role.class), given == null));
        if (!added) {
            forget();
        } else if (given == null) {
            LOG.warn(
                    "First start: sign in to the console as {} with {} (also in {}) and choose a password of your own.",
                    ADMIN,
                    password,
                    file());
        }
    }

    /** The first password has been replaced, or another hub on the same database made the account. */
    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException failed) {
            LOG.warn("The file {} holds a password that is no longer valid; delete it.", file());
        }
    }

    private void write(String password) {
        try {
            Files.createDirectories(file().toAbsolutePath().getParent());
            Files.deleteIfExists(file());
            Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (SeekableByteChannel channel = Files.newByteChannel(file(), fresh, ownerOnly())) {
                Channels.newOutputStream(channel).write((password + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the first password to " + file(), failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path file() {
        return settings.data().resolve("console-first-password.txt");
    }
}
