package lingnan.hub.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lingnan.hub.catalog.Agency.OpeningHours;
import lingnan.hub.kernel.CalendarYear;
import lingnan.hub.kernel.WorkingDayCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTimesTests {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private static final OpeningHours WEEKDAYS =
            new OpeningHours(false, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), NINE, FIVE);
    private static final OpeningHours WORKING_DAYS = new OpeningHours(true, Set.of(), NINE, FIVE);
    private static final OpeningHours WORKING_DAYS_AND_SATURDAYS =
            new OpeningHours(true, Set.of(DayOfWeek.SATURDAY), NINE, FIVE);

    /** National Day of 2009 as far as the cases need it: Thursday 1 to Thursday 8 October off, Saturday 10 worked. */
    private static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.of(List.of(new CalendarYear(
            2009,
            Set.copyOf(LocalDate.of(2009, 10, 1)
                    .datesUntil(LocalDate.of(2009, 10, 9))
                    .toList()),
            Set.of(LocalDate.of(2009, 10, 10)))));

    @ParameterizedTest
    @CsvSource({
        "2009-11-10T10:00:00+08:00, true",
        "2009-11-10T08:59:59+08:00, false",
        "2009-11-10T09:00:00+08:00, true",
        "2009-11-10T16:59:59+08:00, true",
        "2009-11-10T17:00:00+08:00, false",
        "2009-11-14T12:00:00+08:00, false",
        "2009-11-10T00:30:00Z, false",
        "2009-11-10T01:00:00Z, true"
    })
    void keepsOfficeHours(String now, boolean open) {
        assertThat(OpeningTimes.isOpen(WEEKDAYS, CALENDAR, instant(now))).isEqualTo(open);
        assertThat(OpeningTimes.isOpen(WORKING_DAYS, CALENDAR, instant(now))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-10-01, true,  false, false",
        "2009-10-03, false, false, true",
        "2009-10-08, true,  false, false",
        "2009-10-09, true,  true,  true",
        "2009-10-10, false, true,  true",
        "2009-10-11, false, false, false",
        "2011-10-03, true,  true,  true"
    })
    void knowsHolidaysAndTheDaysWorkedInTheirPlace(
            LocalDate day, boolean weekdays, boolean workingDays, boolean andSaturdays) {
        Instant noon = instant(day + "T12:00:00+08:00");

        assertThat(OpeningTimes.isOpen(WEEKDAYS, CALENDAR, noon)).isEqualTo(weekdays);
        assertThat(OpeningTimes.isOpen(WORKING_DAYS, CALENDAR, noon)).isEqualTo(workingDays);
        assertThat(OpeningTimes.isOpen(WORKING_DAYS_AND_SATURDAYS, CALENDAR, noon))
                .isEqualTo(andSaturdays);
    }

    @Test
    void isAlwaysOpenWithoutAnyDay() {
        OpeningHours none = new OpeningHours(false, Set.of(), NINE, FIVE);

        assertThat(OpeningTimes.isOpen(none, CALENDAR, instant("2009-11-14T03:00:00+08:00")))
                .isTrue();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
