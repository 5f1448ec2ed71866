package lingnan.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lingnan.hub.kernel.BusinessClock;

/** Times as people read them, in China's zone. */
final class Times {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(BusinessClock.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(BusinessClock.ZONE);
    private static final DateTimeFormatter MILLISECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(BusinessClock.ZONE);

    private Times() {}

    static String second(Instant time) {
        return SECOND.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String millisecond(Instant time) {
        return MILLISECOND.format(time);
    }

    /** Such as {@code 35 ms}, {@code 2.40 s}, {@code 3 h 20 min}. */
    static String length(Duration length) {
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            return length.toMillis() + " ms";
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.2f s", length.toMillis() / 1000.0);
        }
        return length.toHours() == 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }
}
