package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's own connection and the lane that it holds through it. Used by the writer's thread only. */
final class LaneConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneConnection.class);

    private final Opening opening;
    private final LaneLeases leases;

    private @Nullable Connection connection;
    private @Nullable LaneState state;

    LaneConnection(Opening opening, LaneLeases leases) {
        this.opening = opening;
        this.leases = leases;
    }

    /** Where a fresh connection comes from. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /** The lane's head, after opening the connection and taking a lane if need be. */
    LaneState hold() throws SQLException {
        Connection open = connected();
        LaneState held = state;
        if (held == null) {
            held = leases.acquire(open);
            state = held;
            LOG.info("Writing on lane {} from position {} in epoch {}", held.lane(), held.position(), held.epoch());
        }
        return held;
    }

    /** @throws SQLException also if the lane is no longer ours */
    void write(Batch batch, long openFrom) throws SQLException {
        if (!BatchStatement.write(connected(), batch, openFrom)) {
            throw new SQLException("The lane " + batch.before().lane() + " was taken by another hub", LaneLost.STATE);
        }
        state = batch.after();
    }

    void renew(long openFrom) throws SQLException {
        LaneState held = hold();
        if (!leases.renew(connected(), held, openFrom)) {
            LOG.warn("The lane {} was taken by another hub while this one was silent", held.lane());
            state = null;
        }
    }

    /**
     * Finds out what became of a batch whose commit failed or was not answered. Afterwards no earlier attempt to write
     * it can succeed any more.
     *
     * @return whether the batch is in the log
     * @throws SQLException if the database cannot tell now
     */
    boolean settle(Batch batch) throws SQLException {
        disconnect();
        Connection open = connected();
        Optional<LaneState> now = leases.again(open, batch.before().lane());
        if (now.isPresent()) {
            state = now.get();
            return Arrays.equals(now.get().head(), batch.after().head());
        }
        state = null;
        return isThere(open, batch);
    }

    private static boolean isThere(Connection open, Batch batch) throws SQLException {
        Batch.Placed last = batch.entries().get(batch.entries().size() - 1);
        String sql = "select from messagelog.entry where lane = ? and position = ? and chain = ?";
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            statement.setString(1, batch.before().lane());
            statement.setLong(2, last.position());
            statement.setBytes(3, last.chain());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = opening.open();
            connection = open;
            makePartitions(open);
        }
        return open;
    }

    /** For this month and three more; without a partition for today nothing could be appended. */
    static void makePartitions(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select messagelog.make_partitions(current_date)")) {
            statement.execute();
        }
    }

    /** Drops the connection; the lane is kept and will be taken again under a new epoch. */
    void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The broken connection could not be closed", e);
            }
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        LaneState held = state;
        if (open != null && held != null) {
            try {
                leases.release(open, held);
            } catch (SQLException e) {
                LOG.info("The lease of {} could not be given back; it ends by itself", held.lane());
            }
        }
        disconnect();
    }

    /** Marks the loss of a lane among SQL errors. */
    static final class LaneLost {
        static final String STATE = "LN001";

        private LaneLost() {}
    }
}
