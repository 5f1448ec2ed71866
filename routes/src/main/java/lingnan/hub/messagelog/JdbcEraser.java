package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;

/** Erases under the one role that may delete. The entry names each place from which something was taken. */
final class JdbcEraser implements Eraser {

    static final String LANE = "erasure";

    private final DataSource database;
    private final ModuleLanes lanes;

    JdbcEraser(DataSource database, Vault vault) {
        this.database = database;
        this.lanes = new ModuleLanes(vault);
    }

    @Override
    public int erase(MessageId message, String actor, String reason) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int gone = erase(connection, message, actor, reason);
                connection.commit();
                return gone;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "The message " + message + " cannot be erased", e);
        }
    }

    private int erase(Connection connection, MessageId message, String actor, String reason) throws SQLException {
        ModuleLanes.lock(connection, LANE);
        Set<String> places = new TreeSet<>();
        int gone = 0;
        for (String table : List.of("body", "search_key")) {
            gone += delete(connection, table, message, places);
        }
        if (gone > 0) {
            Map<Fact, String> facts = new EnumMap<>(Fact.class);
            facts.put(Fact.ACTOR, actor);
            facts.put(Fact.REASON, reason);
            facts.put(Fact.COUNT, Integer.toString(gone));
            facts.put(Fact.DETAIL, String.join(" ", places));
            lanes.append(
                    connection, LANE, new Entry(EntryKind.ERASED, message, Instant.now(), facts, List.of(), List.of()));
        }
        return gone;
    }

    private static int delete(Connection connection, String table, MessageId message, Set<String> places)
            throws SQLException {
        String sql = "delete from messagelog." + table + " t using messagelog.entry e where e.message = ?"
                + " and t.lane = e.lane and t.position = e.position and t.appended_at = e.appended_at"
                + " returning t.lane, t.position";
        int gone = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, message.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.add(row.getString(1) + "#" + row.getLong(2));
                    gone++;
                }
            }
        }
        return gone;
    }
}
