package lingnan.hub.messagelog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry that are hashed. They come in two parts: where the entry stands, known only to the writer, and
 * what it says, laid out in the caller's thread. Described in docs/reference/message-log.md; a new layout gets a new
 * format number, and this one stays readable for ever.
 */
final class Leaf {

    static final int FORMAT = 1;

    private Leaf() {}

    static byte[] position(String lane, long position, long appendedAtMicros) {
        return new Canonical(64)
                .octet(FORMAT)
                .text(Hashes.ALGORITHM)
                .text(lane)
                .number(position)
                .number(appendedAtMicros)
                .toBytes();
    }

    /**
     * @param facts in order of their names
     * @param bodies the commitments, each preceded by its role
     */
    static byte[] content(
            int kind,
            UUID message,
            long businessTimeMicros,
            @Nullable Version version,
            Map<String, String> facts,
            byte[] bodies,
            byte[] keys) {
        Canonical out = new Canonical(512).number(kind).uuid(message).number(businessTimeMicros);
        if (version == null) {
            out.octet(0);
        } else {
            out.octet(1).text(version.stream()).number(version.number());
        }
        out.number(facts.size());
        facts.forEach((name, text) -> out.text(name).text(text));
        return out.bytes(bodies).bytes(keys).toBytes();
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Which state of which stream an entry on a module lane made. */
    record Version(String stream, long number) {}
}
