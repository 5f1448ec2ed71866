package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.SQLException;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/** Reading, verifying and erasing without Spring and without a running hub: for the command line. */
public final class LogAccess {

    private final HubDatabase database;
    private final StorageSettings settings;
    private final Vault vault;

    private LogAccess(HubDatabase database, StorageSettings settings) {
        this.database = database;
        this.settings = settings;
        this.vault = new Vault(LogKeys.of(settings.secretFiles()));
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
