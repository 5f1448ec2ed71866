package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Who holds which edge lane. Every taking raises the epoch, which shuts out whoever wrote under the one before. */
final class LaneLeases {

    private static final String STATE = " returning lane, epoch, position, head, appended_at";
    private static final String TAKE = "update messagelog.lane set epoch = epoch + 1, holder = ?,"
            + " lease_until = clock_timestamp() + " + BatchStatement.LEASE.toSeconds() + " * interval '1 second'";

    private final UUID hub;

    LaneLeases(UUID hub) {
        this.hub = hub;
    }

    /** This hub's own lane again, else one that nobody holds, else a new one. */
    LaneState acquire(Connection connection) throws SQLException {
        while (true) {
            Optional<LaneState> taken = again(connection, null);
            if (taken.isEmpty()) {
                taken = free(connection);
            }
            if (taken.isPresent()) {
                return taken.get();
            }
            create(connection);
        }
    }

    /**
     * Takes this hub's lane again under a new epoch. A transaction of the old epoch that is still under way is waited
     * for, one that has not begun will find itself shut out: after this the lane's head is certain.
     *
     * @param lane which one, or null for any that this hub holds
     */
    Optional<LaneState> again(Connection connection, @org.jspecify.annotations.Nullable String lane)
            throws SQLException {
        String sql = TAKE + " where lane = (select min(lane) from messagelog.lane where kind = 1 and holder = ?"
                + " and lane = coalesce(?, lane))" + STATE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, hub);
            statement.setObject(2, hub);
            statement.setString(3, lane);
            return state(statement);
        }
    }

    private Optional<LaneState> free(Connection connection) throws SQLException {
        String sql = TAKE + " where holder is null and lane = (select lane from messagelog.lane"
                + " where kind = 1 and holder is null order by lane limit 1 for update skip locked)" + STATE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, hub);
            return state(statement);
        }
    }

    private static void create(Connection connection) throws SQLException {
        String sql = """
                insert into messagelog.lane (lane, kind)
                select 'edge-' || 1 + count(*), 1 from messagelog.lane where kind = 1
                on conflict do nothing
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** Keeps the lease while there is nothing to write. */
    boolean renew(Connection connection, LaneState state, long openFrom) throws SQLException {
        String sql = "update messagelog.lane set open_from = greatest(open_from, ?),"
                + " lease_until = clock_timestamp() + " + BatchStatement.LEASE.toSeconds()
                + " * interval '1 second' where lane = ? and epoch = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, openFrom);
            statement.setString(2, state.lane());
            statement.setLong(3, state.epoch());
            return statement.executeUpdate() == 1;
        }
    }

    /** Lets the lease end now; the lane stays this hub's for its next start. */
    void release(Connection connection, LaneState state) throws SQLException {
        String sql = "update messagelog.lane set lease_until = clock_timestamp() where lane = ? and epoch = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, state.lane());
            statement.setLong(2, state.epoch());
            statement.executeUpdate();
        }
    }

    private static Optional<LaneState> state(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new LaneState(
                            row.getString(1), row.getLong(2), row.getLong(3), row.getBytes(4), row.getLong(5)))
                    : Optional.empty();
        }
    }
}
