package lingnan.hub.messagelog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import lingnan.hub.database.DatabaseUnavailable;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the log of one hub, put together, started in order and stopped in the other. */
final class RunningLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningLog.class);

    private final HubDatabase database;
    private final DataSource pool;
    private final HubIdentity hub;
    private final LogSettings limits;
    private final Vault vault;
    private final EdgeLane edge;
    private final Spool spool;
    private final JdbcMessageLog log;
    private final Recovery recovery;
    private final DeadLanes deadLanes;
    private final Checkpoints checkpoints;
    private final RefusalMeter refusals;
    private final JdbcIdempotency idempotency;
    private final Housekeeping housekeeping = new Housekeeping();

    RunningLog(HubDatabase database, StorageSettings settings, LogSettings limits) {
        Path data = settings.directory();
        this.database = database;
        this.limits = limits;
        this.pool = database.as(Role.HUB);
        LogKeys keys = LogKeys.of(settings.secretFiles());
        KeyCheck.prove(pool, keys);
        this.vault = new Vault(keys);
        this.hub = HubIdentity.of(data);
        Closings closings = new Closings(vault, hub.id());
        this.recovery = new Recovery(closings);
        this.deadLanes = new DeadLanes(recovery, hub.id(), limits.deadAfterSeconds());
        this.edge = new EdgeLane(
                new LaneConnection(() -> database.dedicated(Role.HUB), new LaneLeases(hub.id())),
                Limits.STANDARD,
                closings);
        this.spool = new Spool(data.resolve("spool"), keys, limits.spoolBytes());
        this.log = new JdbcMessageLog(edge, new ModuleLanes(vault), pool, vault, spool, hub);
        this.checkpoints = new Checkpoints(
                pool, CheckpointKey.of(settings.secretFiles()), new CheckpointFiles(data.resolve("checkpoints")));
        this.refusals = new RefusalMeter(log, Clock.systemUTC(), limits.refusalsPerMinute());
        this.idempotency = new JdbcIdempotency(pool);
    }

    /** Returns when the log is writable, the spool is folded in, and nothing of an earlier life is open. */
    void start() {
        try (Connection connection = pool.getConnection()) {
            edge.start(lane -> recovery.openOn(connection, lane));
            SpoolFolding folding = new SpoolFolding(spool, log, pool);
            folding.fold();
            List<Recovery.Left> left = new ArrayList<>(recovery.openOn(connection, edge.lane()));
            left.addAll(recovery.callsOf(connection, hub.id()));
            recovery.close(left, log);
            keepHouse(folding);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The message log cannot be written: " + e.getMessage(), e);
        }
    }

    private void keepHouse(SpoolFolding folding) {
        housekeeping.every(1, "Counting refusals", refusals::turn);
        housekeeping.every(1, "Folding the spool in", () -> {
            if (edge.writableFor(0)) {
                folding.fold();
            }
        });
        housekeeping.every(limits.checkpointSeconds(), "Making a checkpoint", checkpoints::make);
        housekeeping.every(20, "Recovering dead lanes", () -> {
            // After an outage of the database everybody's lease has lapsed; give the others time to renew.
            if (edge.writableFor(30)) {
                onConnection(connection -> deadLanes.recover(connection, log));
            }
        });
        housekeeping.every(60, "Moving low-water marks", () -> onConnection(recovery::forgetClosed));
        housekeeping.every(600, "Forgetting stored answers", idempotency::expire);
        housekeeping.every(3_600, "Making partitions", () -> onConnection(LaneConnection::makePartitions));
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void onConnection(Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            work.on(connection);
        }
    }

    MessageLog log() {
        return log;
    }

    Traces traces() {
        return new JdbcTraces(pool, vault);
    }

    Cursors cursors() {
        return new JdbcCursors(pool, vault, hub.id());
    }

    Idempotency idempotency() {
        return idempotency;
    }

    RefusalMeter refusals() {
        return refusals;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    Eraser eraser() {
        return new JdbcEraser(database.as(Role.ERASER), vault);
    }

    EdgeLane edge() {
        return edge;
    }

    @Override
    public void close() {
        housekeeping.close();
        refusals.flush();
        edge.close();
        try {
            checkpoints.make();
            spool.close();
        } catch (RuntimeException | IOException e) {
            LOG.warn("The last checkpoint could not be made: {}", e.getMessage());
        }
    }
}
