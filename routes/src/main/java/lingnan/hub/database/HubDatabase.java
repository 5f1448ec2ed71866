package lingnan.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The hub's PostgreSQL, with or without Spring: embedded or the city's own, one pool for each {@link Role}, opened on
 * first use. Closing it closes the pools and then, if it was started here, the server.
 */
public final class HubDatabase implements AutoCloseable {

    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(3);
    private static final Duration READING_LIMIT = Duration.ofSeconds(60);

    private final Login login;
    private final @Nullable EmbeddedPostgres server;
    private final int poolSize;
    private final Map<Role, HikariDataSource> pools = new EnumMap<>(Role.class);

    private HubDatabase(Login login, @Nullable EmbeddedPostgres server, int poolSize) {
        this.login = login;
        this.server = server;
        this.poolSize = poolSize;
    }

    /**
     * For the hub itself: starts the embedded server unless the settings name another, proves its durable settings and
     * brings every module's schema up to date.
     *
     * @throws DatabaseUnavailable if any of this cannot be done; the message says why
     */
    public static HubDatabase open(StorageSettings settings) {
        HubDatabase database = connect(settings, true);
        try {
            database.prove();
            new Migrations(database.login.source(Duration.ZERO)).run();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** For the command line: the running hub's database if one runs, else the server is started for the duration. */
    public static HubDatabase attach(Path data) {
        return attach(StorageSettings.of(data));
    }

    public static HubDatabase attach(StorageSettings settings) {
        return connect(settings, false);
    }

    private static HubDatabase connect(StorageSettings settings, boolean alone) {
        if (settings.db().isExternal()) {
            return new HubDatabase(
                    new Login.External(settings.db()), null, settings.db().pool());
        }
        ServerFiles files = ServerFiles.of(settings.directory());
        String password = settings.secretFiles().password("postgres.password");
        Optional<EmbeddedPostgres> started = EmbeddedPostgres.start(files, password);
        if (started.isPresent()) {
            EmbeddedPostgres server = started.get();
            return new HubDatabase(
                    new Login.Embedded(server::port, password),
                    server,
                    settings.db().pool());
        }
        if (alone) {
            throw new DatabaseUnavailable("Another hub or command uses the data directory " + settings.directory()
                    + ". Stop it first (./hub stop), or give this hub a directory of its own (HUB_DATA).");
        }
        return new HubDatabase(
                new Login.Embedded(() -> portOf(files), password),
                null,
                settings.db().pool());
    }

    private static int portOf(ServerFiles files) {
        try {
            return files.port()
                    .orElseThrow(() -> new DatabaseUnavailable("The hub that uses " + files.directory()
                            + " has not started its database yet. Try again shortly."));
        } catch (IOException e) {
            throw new DatabaseUnavailable("Cannot read " + files.portFile(), e);
        }
    }

    private void prove() {
        try (Connection connection = login.source(STATEMENT_LIMIT).getConnection()) {
            DurableSettings.prove(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("PostgreSQL cannot be reached: " + e.getMessage(), e);
        }
    }

    /** The pool of a role. Statements are given up after 3 s, an auditor's after a minute. */
    public synchronized DataSource as(Role role) {
        return pools.computeIfAbsent(role, this::pool);
    }

    private HikariDataSource pool(Role role) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres-" + role.name().toLowerCase(java.util.Locale.ROOT));
        config.setDataSource(login.source(role == Role.AUDITOR ? READING_LIMIT : STATEMENT_LIMIT));
        config.setConnectionInitSql("set role " + role.sqlName());
        config.setMaximumPoolSize(role == Role.HUB ? poolSize : 4);
        config.setMinimumIdle(role == Role.HUB ? Math.min(2, poolSize) : 0);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(role == Role.AUDITOR);
        return new HikariDataSource(config);
    }

    /** A connection outside the pools, in autocommit, for a thread that keeps it. */
    public Connection dedicated(Role role) throws SQLException {
        Connection connection = login.source(STATEMENT_LIMIT).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + role.sqlName());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
        if (server != null) {
            server.close();
        }
    }
}
