package lingnan.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The server is made to be durable, asked whether it is, and guarded against a second hub. */
class DurableSettingsIT {

    private static Path fresh(String name) throws Exception {
        Path base = Path.of("target", "data").toAbsolutePath();
        Files.createDirectories(base);
        return Files.createTempDirectory(base, name + "-");
    }

    @Test
    void startsAgainOnItsDataAfterItsServerOutlivedItAndAfterAnInitdbCutShort() throws Exception {
        Path data = fresh("again");
        Files.createDirectories(data.resolve("postgres/cluster/base"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "18\n");
        try (HubDatabase first = HubDatabase.open(StorageSettings.of(data))) {
            assertThat(first.as(Role.HUB)).isNotNull();
            assertThatThrownBy(() -> HubDatabase.open(StorageSettings.of(data)))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("uses the data directory");
            try (HubDatabase guest = HubDatabase.attach(data);
                    Connection connection = guest.as(Role.AUDITOR).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select current_user || ' ' || current_setting('fsync')")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("lingnan_auditor on");
            }
        }
        assertThat(Files.exists(data.resolve("postgres/cluster/postmaster.pid")))
                .isFalse();
        Files.writeString(data.resolve("postgres/cluster/postmaster.pid"), "1\nstale\n");
        try (HubDatabase again = HubDatabase.open(StorageSettings.of(data));
                Connection connection = again.as(Role.HUB).getConnection()) {
            assertThat(connection.isValid(2)).isTrue();
        }
    }

    @Test
    void refusesToStartWhereCommitsMightBeLost() throws Exception {
        Path data = fresh("weak");
        try (HubDatabase strong = HubDatabase.open(StorageSettings.of(data));
                Connection owner = strong.owner(Duration.ofSeconds(5)).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter role lingnan set synchronous_commit = off");
            StorageSettings outside = new StorageSettings(
                    fresh("outside").toString(),
                    null,
                    new StorageSettings.Db(
                            owner.getMetaData().getURL(),
                            "lingnan",
                            StorageSettings.of(data).secretFiles().password("postgres.password"),
                            2));

            assertThatThrownBy(() -> HubDatabase.open(outside))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("synchronous_commit = off");

            statement.execute("alter role lingnan reset synchronous_commit");
            HubDatabase.open(outside).close();
        }
    }
}
