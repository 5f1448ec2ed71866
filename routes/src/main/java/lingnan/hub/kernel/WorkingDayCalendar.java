package lingnan.hub.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts working days (Administrative Licensing Law, article 82): the day after an event is day 1. A year without an
 * official arrangement counts Monday to Friday, and everything that rests on it says that it is assumed. Immutable.
 */
public final class WorkingDayCalendar {

    private static final int LONGEST = 10_000;

    private final Map<Integer, CalendarYear> years;

    private WorkingDayCalendar(Map<Integer, CalendarYear> years) {
        this.years = Map.copyOf(years);
    }

    /** @throws IllegalStateException if a year stands twice */
    public static WorkingDayCalendar of(Collection<CalendarYear> years) {
        return new WorkingDayCalendar(
                years.stream().collect(Collectors.toMap(CalendarYear::year, Function.identity())));
    }

    public boolean isWorkingDay(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        return year == null ? !CalendarYear.isWeekend(day) : year.isWorkingDay(day);
    }

    /** Whether the year has no official arrangement. */
    public boolean isAssumed(int year) {
        return !years.containsKey(year);
    }

    /**
     * The last day of a limit.
     *
     * @param event the day that the limit starts from; it does not count itself
     * @param workingDays 0 to 10,000; 0 is the day of the event
     */
    public Due plus(LocalDate event, int workingDays) {
        if (workingDays < 0 || workingDays > LONGEST) {
            throw new IllegalArgumentException("A limit has 0 to " + LONGEST + " working days, not " + workingDays);
        }
        LocalDate day = event;
        boolean assumed = isAssumed(event.getYear());
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            assumed |= isAssumed(day.getYear());
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new Due(day, assumed);
    }

    /** The working days after one day up to and with another; negative if the other is earlier. */
    public Count between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            Count reverse = between(to, from);
            return new Count(-reverse.workingDays(), reverse.assumed());
        }
        boolean assumed = isAssumed(from.getYear());
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            assumed |= isAssumed(year);
        }
        long days = ChronoUnit.DAYS.between(from, to);
        int count = 0;
        for (long i = 1; i <= days; i++) {
            if (isWorkingDay(from.plusDays(i))) {
                count++;
            }
        }
        return new Count(count, assumed);
    }

    /** @param assumed whether a year on the way has no official arrangement */
    public record Due(LocalDate day, boolean assumed) {}

    /** @param assumed whether a year on the way has no official arrangement */
    public record Count(int workingDays, boolean assumed) {}
}
