package lingnan.hub.grants;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.CityChanged;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.Rounds;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Keeps what is granted in memory. Half a second after it last looked it looks again whether anything was changed, on a
 * connection of its own, so that a busy pool does not hold it up. Where five seconds pass without an answer nobody is
 * allowed anything: the log may still take entries on another connection, and a revocation may have been missed.
 */
final class CurrentGrants implements GrantsInForce, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentGrants.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long LONGEST_UNCONFIRMED = Duration.ofSeconds(5).toNanos();

    private final Catalog catalog;
    private final Connections connections;
    private final LongSupplier nanos;
    private final Rounds rounds = new Rounds("grants-in-force", LOOK, this::refresh);
    private @Nullable Connection connection;
    private volatile @Nullable Held held;
    private volatile long confirmed;

    /** Opens connections to the database. */
    interface Connections {
        Connection open() throws SQLException;
    }

    /** @param change its number when it was read */
    private record Held(Snapshot city, long change, GrantIndex.Decided decided, GrantIndex index) {}

    CurrentGrants(Catalog catalog, Connections connections, LongSupplier nanos) {
        this.catalog = catalog;
        this.connections = connections;
        this.nanos = nanos;
    }

    /** @throws HubFault LOG_UNAVAILABLE if what is granted cannot be read */
    void start() {
        try {
            look();
        } catch (SQLException | DataAccessException unreadable) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "what is granted cannot be read", unreadable);
        }
        rounds.start(LOOK);
    }

    @Override
    public List<Grant> all() {
        return index().all();
    }

    @Override
    public List<Grant> of(AgencyCode consumer, SubjectCode subject) {
        if (nanos.getAsLong() - confirmed > LONGEST_UNCONFIRMED) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "what is granted could not be confirmed for five seconds");
        }
        return index().of(consumer, subject);
    }

    @Override
    public List<Revoked> revoked(AgencyCode consumer, SubjectCode subject) {
        return index().revoked(consumer, subject);
    }

    @Override
    public List<Revoked> revoked() {
        return index().revoked();
    }

    private GrantIndex index() {
        Held now = held;
        if (now == null) {
            throw new IllegalStateException("What is granted has not been read yet");
        }
        return now.index();
    }

    /** What the files grant counts at once; the next look would find it as well. */
    @EventListener(CityChanged.class)
    synchronized void follow() {
        Held before = held;
        if (before != null) {
            hold(before.change(), before.decided());
        }
    }

    /** Whatever went wrong, the next look has a connection of its own. */
    private void refresh() {
        boolean isConfirmed = false;
        try {
            look();
            isConfirmed = true;
        } catch (SQLException away) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "what is granted could not be confirmed", away);
        } finally {
            if (!isConfirmed) {
                disconnect();
            }
        }
    }

    private synchronized void look() throws SQLException {
        long began = nanos.getAsLong();
        Connection open = connection;
        if (open == null) {
            open = connections.open();
            connection = open;
        }
        GrantStore store = new GrantStore(JdbcClient.create(new SingleConnectionDataSource(open, true)));
        long change = store.change();
        Held before = held;
        // The number is read first: what changes in between is read twice, and never missed.
        if (before == null || before.change() != change) {
            hold(change, GrantIndex.Decided.read(store));
        } else if (before.city() != catalog.current()) {
            hold(change, before.decided());
        }
        confirmed = began;
    }

    private void hold(long change, GrantIndex.Decided decided) {
        Snapshot city = catalog.current();
        held = new Held(city, change, decided, GrantIndex.of(city, decided));
    }

    synchronized void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyGone) {
                LOG.debug("The connection was gone", alreadyGone);
            }
        }
    }

    @Override
    public void close() {
        rounds.close();
        disconnect();
    }
}
