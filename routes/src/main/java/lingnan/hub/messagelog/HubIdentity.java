package lingnan.hub.messagelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import lingnan.hub.database.DurableFiles;

/** Which hub this is, for as long as its data directory lives. */
record HubIdentity(UUID id) {

    static HubIdentity of(Path data) {
        Path file = data.resolve("hub-id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                DurableFiles.writeOnce(file, (UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return new HubIdentity(UUID.fromString(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }
}
