package lingnan.hub.messagelog;

import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;

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
}
