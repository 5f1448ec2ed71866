package lingnan.city.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lingnan.city.HubProcess;
import lingnan.city.Reply;

/** The log behind a running hub's back, with the rights of whoever owns its database. */
final class LiveLog implements AutoCloseable {

    private final Connection connection;

    private LiveLog(Connection connection) {
        this.connection = connection;
    }

    static LiveLog of(HubProcess hub) throws IOException, SQLException {
        Path data = hub.data();
        String port = Files.readString(data.resolve("postgres/port")).strip();
        String password =
                Files.readString(data.resolve("secrets/postgres.password")).strip();
        return new LiveLog(
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/lingnan", "lingnan", password));
    }

    /**
     * An entry, as docs/reference/message-log.md describes it.
     *
     * @param kind 1 accepted, 3 answered, 4 failed, 5 in doubt, 6 refused, 9 pushed, 10 repeated, 14 deferred
     * @param outcome the fact, empty if there is none
     * @param bodies roles: 1 request received, 2 request sent, 3 answer received, 4 canonical, 5 answer sent
     */
    record Line(int kind, String outcome, List<Integer> bodies) {

        static Line of(int kind, String outcome, Integer... bodies) {
            return new Line(kind, outcome, List.of(bodies));
        }
    }

    List<Line> lines(Reply reply) throws SQLException {
        return lines(reply.messageId().orElseThrow());
    }

    /** What the log tells of a message, in order of append. */
    List<Line> lines(String message) throws SQLException {
        String sql = """
                select kind, coalesce(facts ->> 'outcome', ''),
                  array(select role from messagelog.body b where b.lane = e.lane and b.position = e.position order by n)
                from messagelog.entry e where message = ? order by appended_at, lane, position""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(message));
            List<Line> lines = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                List<Integer> roles = new ArrayList<>();
                for (Object role : (Object[]) rows.getArray(3).getArray()) {
                    roles.add(((Number) role).intValue());
                }
                lines.add(new Line(rows.getInt(1), rows.getString(2), roles));
            }
            return lines;
        }
    }

    /** The one value that a query gives. */
    String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Every row of the hub's tables as text; bytes as hexadecimal digits. */
    String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        String tables = "select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname not in ('pg_catalog', 'information_schema')";
        for (String table :
                one("select string_agg(t, ' ') from (" + tables + ") as x (t)").split(" ")) {
            all.append(one("select coalesce(string_agg(t::text, chr(10)), '') from " + table + " t"))
                    .append('\n');
        }
        return all.toString();
    }

    int change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
