package lingnan.hub.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The clock of cases, grants, calendars and opening hours. It normally shows the real time; a demo may drive it. The
 * time at which the log appends is never taken from here.
 *
 * @param simulated true if a demo drives this clock; a data directory that once saw such a clock is marked for ever
 */
public record BusinessClock(Clock clock, boolean simulated) {

    /** China keeps one time, +08:00. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static BusinessClock real() {
        return new BusinessClock(Clock.system(ZONE), false);
    }

    public static BusinessClock simulated(Clock clock) {
        return new BusinessClock(clock.withZone(ZONE), true);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }
}
