package lingnan.hub.interaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import lingnan.hub.catalog.Agency.OpeningHours;
import lingnan.hub.kernel.BusinessClock;

/** When an agency's system may be called for asynchronous work. */
final class OpeningTimes {

    private OpeningTimes() {}

    /** Now if it is open now, else the next opening; a week without an open day means always open. */
    static Instant nextOpen(OpeningHours hours, Instant now) {
        ZonedDateTime time = now.atZone(BusinessClock.ZONE);
        for (int day = 0; day <= 7; day++) {
            LocalDate date = time.toLocalDate().plusDays(day);
            if (!hours.days().contains(date.getDayOfWeek())) {
                continue;
            }
            ZonedDateTime opens = date.atTime(hours.from()).atZone(BusinessClock.ZONE);
            ZonedDateTime closes = date.atTime(hours.to()).atZone(BusinessClock.ZONE);
            if (time.isBefore(opens)) {
                return opens.toInstant();
            } else if (time.isBefore(closes)) {
                return now;
            }
        }
        return now;
    }
}
