package lingnan.hub.interaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import lingnan.hub.catalog.Agency.OpeningHours;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.WorkingDayCalendar;

/** When an agency's system may be called for asynchronous work. */
final class OpeningTimes {

    private OpeningTimes() {}

    /** Hours without any day are always open. */
    static boolean isOpen(OpeningHours hours, WorkingDayCalendar calendar, Instant now) {
        if (!hours.workingDays() && hours.days().isEmpty()) {
            return true;
        }
        ZonedDateTime time = now.atZone(BusinessClock.ZONE);
        LocalDate date = time.toLocalDate();
        LocalTime clock = time.toLocalTime();
        boolean isDay =
                hours.days().contains(date.getDayOfWeek()) || hours.workingDays() && calendar.isWorkingDay(date);
        return isDay && !clock.isBefore(hours.from()) && clock.isBefore(hours.to());
    }
}
