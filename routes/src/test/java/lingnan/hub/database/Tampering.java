package lingnan.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Changes rows as an intruder with the owner's rights would, and puts the tables back as they were. */
public final class Tampering implements AutoCloseable {

    private final Connection owner;
    private final List<String> tables;

    private Tampering(Connection owner, List<String> tables) {
        this.owner = owner;
        this.tables = tables;
    }

    public static Tampering with(HubDatabase database, List<String> tables) throws SQLException {
        Tampering tampering =
                new Tampering(database.owner(Duration.ofSeconds(30)).getConnection(), tables);
        for (String table : tables) {
            tampering.execute("create temp table saved_" + table + " as select * from messagelog." + table);
        }
        return tampering;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        owner.setAutoCommit(false);
        for (String table : tables) {
            execute("delete from messagelog." + table);
            execute("insert into messagelog." + table + " select * from saved_" + table);
        }
        owner.commit();
        owner.close();
    }
}
