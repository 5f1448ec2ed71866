package lingnan.transformers.identifier;

import java.time.LocalDate;

/** The divisions of the country over time (GB/T 2260 and its changes), as far as whoever asks has a table of them. */
@FunctionalInterface
public interface Divisions {

    /** No table: nothing is claimed and nothing doubted. */
    Divisions UNKNOWN = (code, day) -> Existence.UNKNOWN;

    /** @param code 6, 9 or 12 digits */
    Existence existence(String code, LocalDate day);

    /** Whether a division was there on a day. */
    enum Existence {
        EXISTS,
        /** It existed before, or will: not on that day. */
        WITHDRAWN,
        NEVER,
        UNKNOWN
    }
}
