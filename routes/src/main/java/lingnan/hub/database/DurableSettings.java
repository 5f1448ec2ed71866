package lingnan.hub.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** The promise of the log rests on the server writing to disk before it says so. It is asked, never believed. */
final class DurableSettings {

    private DurableSettings() {}

    /** @throws DatabaseUnavailable if the server, as this connection sees it, might lose what it has acknowledged */
    static void prove(Connection connection) throws SQLException {
        demand(connection, "fsync", Set.of("on"));
        demand(connection, "full_page_writes", Set.of("on"));
        demand(connection, "synchronous_commit", Set.of("on", "remote_apply"));
        demand(connection, "server_encoding", Set.of("UTF8"));
    }

    private static void demand(Connection connection, String setting, Set<String> allowed) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            String value = row.getString(1);
            if (!allowed.contains(value)) {
                throw new DatabaseUnavailable(
                        "The hub does not start: PostgreSQL runs with " + setting + " = " + value
                                + ", and the message log needs " + String.join(" or ", allowed)
                                + ". What was acknowledged could be lost. Change the setting (server, database and role) and start again.");
            }
        }
    }
}
