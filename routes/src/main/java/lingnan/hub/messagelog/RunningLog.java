package lingnan.hub.messagelog;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import lingnan.hub.database.DatabaseUnavailable;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;

/** The parts of the log of one hub, put together, started in order and stopped in the other. */
final class RunningLog implements AutoCloseable {

    private final EdgeLane edge;
    private final JdbcMessageLog log;
    private final JdbcTraces traces;

    RunningLog(HubDatabase database, StorageSettings settings, Limits limits) {
        Path data = settings.directory();
        DataSource pool = database.as(Role.HUB);
        LogKeys keys = LogKeys.of(settings.secretFiles());
        KeyCheck.prove(pool, keys);
        Vault vault = new Vault(keys);
        HubIdentity hub = HubIdentity.of(data);
        this.edge = new EdgeLane(
                new LaneConnection(() -> database.dedicated(Role.HUB), new LaneLeases(hub.id())),
                limits,
                new Closings(vault, hub.id()));
        this.log = new JdbcMessageLog(
                edge, new ModuleLanes(vault), pool, vault, new Spool(data.resolve("spool"), keys, 64L << 20), hub);
        this.traces = new JdbcTraces(pool, vault);
    }

    void start() {
        try {
            edge.start();
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The message log cannot be written: " + e.getMessage(), e);
        }
    }

    MessageLog log() {
        return log;
    }

    Traces traces() {
        return traces;
    }

    @Override
    public void close() {
        edge.close();
    }
}
