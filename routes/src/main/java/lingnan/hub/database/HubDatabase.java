package lingnan.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    private final @Nullable DirectoryLock lock;

    private HubDatabase(Login login, @Nullable EmbeddedPostgres server, int poolSize, @Nullable DirectoryLock lock) {
        this.login = login;
        this.server = server;
        this.poolSize = poolSize;
        this.lock = lock;
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
            new Migrations(database.owner(Duration.ZERO)).run();
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
        int pool = settings.db().pool();
        if (settings.db().isExternal()) {
            return new HubDatabase(
                    new Login.External(settings.db()), null, pool, alone ? lock(settings.directory()) : null);
        }
        ServerFiles files = ServerFiles.of(settings.directory());
        String password = settings.secretFiles().password("postgres.password");
        Optional<EmbeddedPostgres> started = EmbeddedPostgres.start(files, password);
        if (started.isPresent()) {
            EmbeddedPostgres server = started.get();
            return new HubDatabase(new Login.Embedded(server::port, password), server, pool, null);
        }
        if (alone) {
            throw inUse(settings.directory());
        }
        return new HubDatabase(new Login.Embedded(() -> portOf(files), password), null, pool, null);
    }

    /** Also beside a database elsewhere a data directory is one hub's: its identity, spool and checkpoints are. */
    private static DirectoryLock lock(Path data) {
        try {
            Files.createDirectories(data);
            return DirectoryLock.take(data.resolve("hub.lock")).orElseThrow(() -> inUse(data));
        } catch (IOException e) {
            throw new DatabaseUnavailable("The data directory " + data + " cannot be used", e);
        }
    }

    private static DatabaseUnavailable inUse(Path data) {
        return new DatabaseUnavailable("Another hub or command uses the data directory " + data
                + ". Stop it first (./hub stop), or give this hub a directory of its own (HUB_DATA).");
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

    /** The login itself, which owns the schemas: for migrations, and for tests that play the intruder. */
    DataSource owner(Duration limit) {
        return login.source(limit);
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
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The data directory could not be given back", e);
            }
        }
    }
}
