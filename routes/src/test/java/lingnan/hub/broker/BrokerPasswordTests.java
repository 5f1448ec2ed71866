package lingnan.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerPasswordTests {

    @TempDir
    Path data;

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        Path file = data.resolve("secrets").resolve("broker");

        String password = BrokerPassword.in(file);

        assertThat(password).hasSize(32).isEqualTo(BrokerPassword.in(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void differsBetweenDataDirectories() {
        assertThat(BrokerPassword.in(data.resolve("a").resolve("broker")))
                .isNotEqualTo(BrokerPassword.in(data.resolve("b").resolve("broker")));
    }
}
