package lingnan.hub.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hub keeps what it must not lose.
 *
 * @param data the data directory ({@code HUB_DATA}), one for each hub
 * @param secrets keys and passwords; by default {@code secrets} below the data directory. Hubs that share one
 *     PostgreSQL must share this directory's content
 * @param db the city's own PostgreSQL, if it is to be used instead of the embedded one
 */
@ConfigurationProperties("hub")
public record StorageSettings(
        @DefaultValue("data") String data,
        @Nullable String secrets,
        @DefaultValue Db db) {

    /** The embedded PostgreSQL of a data directory. */
    public static StorageSettings of(Path data) {
        return new StorageSettings(data.toString(), null, new Db(null, null, null, 10));
    }

    public Path directory() {
        return Path.of(data).toAbsolutePath().normalize();
    }

    public Secrets secretFiles() {
        return Secrets.in(secrets == null ? directory().resolve("secrets") : Path.of(secrets));
    }

    /**
     * @param url {@code jdbc:postgresql://host:port/database} ({@code HUB_DB_URL}); absent: the embedded server
     * @param pool how many connections the hub's pool may hold
     */
    public record Db(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("10") int pool) {

        public boolean isExternal() {
            return url != null && !url.isBlank();
        }
    }
}
