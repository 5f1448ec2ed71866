package lingnan.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How the one login reaches the server. Every connection has time limits on both sides, so that a hung server never
 * holds a thread for long.
 */
sealed interface Login {

    /** @param limit after which a statement is given up, by the server and, a second later, by the client */
    PGSimpleDataSource source(Duration limit);

    /** The embedded server; its port may change when it is started again. */
    record Embedded(IntSupplier port, String password) implements Login {
        @Override
        public PGSimpleDataSource source(Duration limit) {
            PGSimpleDataSource source = new FollowingSource(port);
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setDatabaseName(Cluster.DATABASE);
            source.setUser(Cluster.LOGIN);
            source.setPassword(password);
            return limited(source, limit);
        }
    }

    /** The city's own server. */
    record External(StorageSettings.Db db) implements Login {
        @Override
        public PGSimpleDataSource source(Duration limit) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            String url = String.valueOf(db.url());
            source.setUrl(url.startsWith("jdbc:") ? url : "jdbc:" + url);
            if (db.user() != null) {
                source.setUser(db.user());
            }
            if (db.password() != null) {
                source.setPassword(db.password());
            }
            return limited(source, limit);
        }
    }

    private static PGSimpleDataSource limited(PGSimpleDataSource source, Duration limit) {
        source.setApplicationName("lingnan");
        source.setConnectTimeout(2);
        source.setLoginTimeout(3);
        source.setTcpKeepAlive(true);
        source.setPrepareThreshold(3);
        if (!limit.isZero()) {
            source.setSocketTimeout((int) limit.toSeconds() + 1);
            source.setOptions("-c statement_timeout=" + limit.toMillis() + " -c lock_timeout="
                    + Math.min(limit.toMillis(), 3_000) + " -c idle_in_transaction_session_timeout=60s");
        }
        return source;
    }

    /** Asks for the port at each connection. */
    final class FollowingSource extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient IntSupplier port;

        private FollowingSource(IntSupplier port) {
            this.port = port;
        }

        @Override
        public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
            synchronized (this) {
                setPortNumbers(new int[] {port.getAsInt()});
            }
            return super.getConnection(user, password);
        }
    }
}
