package lingnan.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import lingnan.hub.database.DurableFiles;

/** The file in which an operator finds the passwords that the hub made up; readable by the hub's own account only. */
final class InitialPasswords {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Letters and digits that no two people read differently. */
    private static final String SYMBOLS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 24;
    private static final String HEADING = """
            # Passwords made on first start, one for each information system (HTTP Basic: system, password).
            # Hand each one to its agency and delete this file: the hub keeps hashes only.
            # If a system stands here twice, the later line counts.
            """;

    private final Path file;

    InitialPasswords(Path file) {
        this.file = file;
    }

    static String random() {
        return RANDOM.ints(LENGTH, 0, SYMBOLS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(SYMBOLS.charAt(i)), StringBuilder::append)
                .toString();
    }

    void add(Map<String, String> passwords) {
        if (passwords.isEmpty()) {
            return;
        }
        try {
            StringBuilder text = new StringBuilder(Files.exists(file) ? Files.readString(file) : HEADING);
            passwords.forEach((system, password) ->
                    text.append(system).append('\t').append(password).append('\n'));
            DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the first passwords to " + file, e);
        }
    }
}
