package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.MessageLog.AppendOutcome;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends on a lane that all hubs share, inside a transaction that its caller ends. The lane's head row is locked first;
 * whatever is read afterwards cannot change until the transaction ends.
 */
final class ModuleLanes {

    private final Vault vault;

    ModuleLanes(Vault vault) {
        this.vault = vault;
    }

    /**
     * In the Spring-managed transaction of the caller, who changes its state in it as well.
     *
     * @throws HubFault LOG_UNAVAILABLE if the entry cannot be written
     */
    AppendOutcome append(DataSource database, String lane, String stream, long expectedVersion, Entry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An append on lane " + lane + " needs a transaction around it and its state");
        }
        if (lane.startsWith("edge-")) {
            throw new IllegalArgumentException("The lane " + lane + " is written by group commit only");
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return append(connection, lane, stream, expectedVersion, entry);
        } catch (SQLException e) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "The entry cannot be appended on lane " + lane, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    AppendOutcome append(Connection connection, String lane, String stream, long expectedVersion, Entry entry)
            throws SQLException {
        Prepared prepared = Prepared.of(entry, vault, new Leaf.Version(stream, expectedVersion + 1));
        LaneState head = lock(connection, lane);
        if (!advance(connection, lane, stream, expectedVersion)) {
            return new AppendOutcome.Conflict(version(connection, lane, stream));
        }
        LogPosition position = write(connection, head, prepared);
        return new AppendOutcome.Appended(position, expectedVersion + 1);
    }

    /** Without a stream: for lanes whose entries make no state. */
    LogPosition append(Connection connection, String lane, Entry entry) throws SQLException {
        Prepared prepared = Prepared.of(entry, vault, null);
        return write(connection, lock(connection, lane), prepared);
    }

    private static LogPosition write(Connection connection, LaneState head, Prepared prepared) throws SQLException {
        Batch batch = Batch.place(head, List.of(prepared));
        if (!BatchStatement.write(connection, batch, 0)) {
            throw new SQLException("The head of lane " + head.lane() + " moved while it was locked");
        }
        return batch.positionOf(batch.entries().get(0));
    }

    static LaneState lock(Connection connection, String lane) throws SQLException {
        String select = "select epoch, position, head, appended_at from messagelog.lane where lane = ? for update";
        for (int attempt = 0; attempt < 2; attempt++) {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setString(1, lane);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        return new LaneState(lane, row.getLong(1), row.getLong(2), row.getBytes(3), row.getLong(4));
                    }
                }
            }
            create(connection, lane);
        }
        throw new SQLException("The lane " + lane + " cannot be made");
    }

    private static void create(Connection connection, String lane) throws SQLException {
        String insert = "insert into messagelog.lane (lane, kind) values (?, 2) on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, lane);
            statement.executeUpdate();
        }
    }

    private static boolean advance(Connection connection, String lane, String stream, long expected)
            throws SQLException {
        String sql = expected == 0
                ? "insert into messagelog.stream (lane, stream, version) values (?, ?, 1) on conflict do nothing"
                : "update messagelog.stream set version = version + 1 where lane = ? and stream = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lane);
            statement.setString(2, stream);
            if (expected != 0) {
                statement.setLong(3, expected);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private static long version(Connection connection, String lane, String stream) throws SQLException {
        String sql = "select version from messagelog.stream where lane = ? and stream = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lane);
            statement.setString(2, stream);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
