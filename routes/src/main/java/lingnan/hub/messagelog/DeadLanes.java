package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lanes whose hub has not renewed its lease for long. One hub shuts the dead one out by a new epoch, closes what it left
 * open, and only then frees the lane; if it dies over that, the next does it again.
 */
final class DeadLanes {

    private static final String SHUT_OUT = """
            update messagelog.lane set epoch = epoch + 1, lease_until = clock_timestamp() + interval '60 seconds'
            where lane in (select lane from messagelog.lane
                           where kind = 1 and holder is not null and holder <> ?
                             and lease_until < clock_timestamp() - ? * interval '1 second' for update skip locked)
            returning lane, epoch, holder
            """;

    private static final String FREE = "update messagelog.lane set holder = null, lease_until = null,"
            + " open_from = position + 1 where lane = ? and epoch = ?";

    private final Recovery recovery;
    private final UUID hub;
    private final int graceSeconds;

    DeadLanes(Recovery recovery, UUID hub, int graceSeconds) {
        this.recovery = recovery;
        this.hub = hub;
        this.graceSeconds = graceSeconds;
    }

    void recover(Connection connection, MessageLog log) throws SQLException {
        for (Dead dead : shutOut(connection)) {
            List<Recovery.Left> left = new ArrayList<>(recovery.openOn(connection, dead.lane()));
            left.addAll(recovery.callsOf(connection, dead.holder()));
            recovery.close(left, log);
            try (PreparedStatement statement = connection.prepareStatement(FREE)) {
                statement.setString(1, dead.lane());
                statement.setLong(2, dead.epoch());
                statement.executeUpdate();
            }
        }
    }

    private List<Dead> shutOut(Connection connection) throws SQLException {
        List<Dead> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SHUT_OUT)) {
            statement.setObject(1, hub);
            statement.setInt(2, graceSeconds);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Dead(row.getString(1), row.getLong(2), row.getObject(3, UUID.class)));
                }
            }
        }
        return found;
    }

    private record Dead(String lane, long epoch, UUID holder) {}
}
