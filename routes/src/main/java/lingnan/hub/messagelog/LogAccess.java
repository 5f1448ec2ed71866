package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/** Reading, verifying and erasing without Spring and without a running hub: for the command line. */
public final class LogAccess {

    private final HubDatabase database;
    private final StorageSettings settings;
    private final LogKeys keys;
    private final Vault vault;

    private LogAccess(HubDatabase database, StorageSettings settings) {
        this.database = database;
        this.settings = settings;
        this.keys = LogKeys.of(settings.secretFiles());
        this.vault = new Vault(keys);
    }

    public static LogAccess to(HubDatabase database, StorageSettings settings) {
        return new LogAccess(database, settings);
    }

    public Traces traces() {
        return new JdbcTraces(database.as(Role.AUDITOR), vault);
    }

    public Verifier verifier() {
        return new JdbcVerifier(
                database.as(Role.AUDITOR),
                vault,
                CheckpointKey.of(settings.secretFiles()),
                new CheckpointFiles(settings.directory().resolve("checkpoints")));
    }

    public Eraser eraser() {
        return new JdbcEraser(database.as(Role.ERASER), vault);
    }

    /**
     * For what a module keeps beside the log.
     *
     * @param purpose which keys of its own it has, such as {@code publication}
     * @throws lingnan.hub.database.DatabaseUnavailable if the database was written with another master key
     */
    public Seal seal(String purpose) {
        KeyCheck.prove(database.as(Role.HUB), keys);
        return new Seal(keys, purpose);
    }

    /**
     * Appends on a module's lane in the transaction of this connection, which its caller ends, if the stream is at the
     * expected version.
     */
    public MessageLog.AppendOutcome append(
            Connection connection, String lane, String stream, long expectedVersion, Entry entry) throws SQLException {
        return new ModuleLanes(vault).append(connection, lane, stream, expectedVersion, entry);
    }

    /**
     * The same as {@link MessageLog#append(String, String, long, Entry)}, for a command that changes a module's state.
     *
     * @param pool the one that the transaction around it is of
     */
    public MessageLog.AppendOutcome append(
            DataSource pool, String lane, String stream, long expectedVersion, Entry entry) {
        return new ModuleLanes(vault).append(pool, lane, stream, expectedVersion, entry);
    }

    /** Appends on a module lane, durably: what somebody did at the command line belongs in the log as well. */
    public void append(String lane, Entry entry) {
        try (Connection connection = database.as(Role.HUB).getConnection()) {
            connection.setAutoCommit(false);
            ModuleLanes.lock(connection, lane);
            new ModuleLanes(vault).append(connection, lane, entry);
            connection.commit();
        } catch (SQLException failed) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "what was done cannot be logged", failed);
        }
    }
}
