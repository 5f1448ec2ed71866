package lingnan.hub.command;

import java.nio.file.Path;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.messagelog.LogAccess;
import org.jspecify.annotations.Nullable;

/** The log of a data directory, while a command looks at it: beside the running hub, or with the server started for it. */
record LogOf(HubDatabase database, LogAccess access) implements AutoCloseable {

    static LogOf open(Surroundings here) {
        StorageSettings settings = settings(here.existingData());
        HubDatabase database = HubDatabase.attach(settings);
        return new LogOf(database, LogAccess.to(database, settings));
    }

    private static StorageSettings settings(Path data) {
        return new StorageSettings(
                data.toString(),
                environment("HUB_SECRETS"),
                new StorageSettings.Db(
                        environment("HUB_DB_URL"), environment("HUB_DB_USER"), environment("HUB_DB_PASSWORD"), 2));
    }

    private static @Nullable String environment(String name) {
        return System.getenv(name);
    }

    @Override
    public void close() {
        database.close();
    }
}
