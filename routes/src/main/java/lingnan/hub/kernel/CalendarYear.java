package lingnan.hub.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * A year's arrangement of working days as the State Council announces it.
 *
 * @param off days without work, whatever the weekday
 * @param worked Saturdays and Sundays worked in their place
 */
public record CalendarYear(int year, Set<LocalDate> off, Set<LocalDate> worked) {

    public CalendarYear {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
        for (LocalDate day : off) {
            if (day.getYear() != year || worked.contains(day)) {
                throw new IllegalArgumentException(
                        day + " is not a day off of " + year + ": it is of another year, or worked.");
            }
        }
        for (LocalDate day : worked) {
            if (day.getYear() != year || !isWeekend(day)) {
                throw new IllegalArgumentException(day + " is not a Saturday or Sunday of " + year + ".");
            }
        }
    }

    boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (!isWeekend(day) && !off.contains(day));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
