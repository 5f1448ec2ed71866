package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a ledger: time, kind, the agency's own number of the call, the hub's message id ({@code -} if it gave
 * none), then for a call received its operation ({@code -} if the agency could not make it out and did not act) and
 * key, and for an answer its outcome: ANSWERED, FAULT, or the misbehaviour that befell it.
 *
 * @param what operation or outcome
 */
public record LedgerLine(Instant time, Kind kind, String call, String messageId, String what, String key) {

    /** What a line tells. */
    public enum Kind {
        RECEIVED,
        ANSWERED
    }

    /** All whole lines of a ledger, also of one whose process was killed. */
    public static List<LedgerLine> read(Path ledger) throws IOException {
        if (!Files.exists(ledger)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(ledger), UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(LedgerLine::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the agency understood the call and did what it asks. */
    public boolean isEffect() {
        return kind == Kind.RECEIVED && !what.equals(Call.UNKNOWN);
    }

    String text() {
        return String.join("\t", time.toString(), kind.name(), plain(call), plain(messageId), plain(what), plain(key));
    }

    private static String plain(String field) {
        return field.replaceAll("[\\t\\r\\n]", " ");
    }

    private static Optional<LedgerLine> parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LedgerLine(
                    Instant.parse(fields[0]), Kind.valueOf(fields[1]), fields[2], fields[3], fields[4], fields[5]));
        } catch (DateTimeException | IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }
}
