package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lingnan.hub.kernel.CalendarYear;
import lingnan.hub.kernel.WorkingDayCalendar;

/** The working days of {@code calendars/}, one file for each year that was officially arranged. */
final class Calendars {

    private static final int LONGEST_HOLIDAY = 31;

    private final Map<Integer, CalendarYear> years = new TreeMap<>();

    private Calendars() {}

    static WorkingDayCalendar read(CityFolder city, Findings findings) {
        Calendars calendars = new Calendars();
        for (String file : city.files("calendars", ".yaml")) {
            city.yaml(file).ifPresent(entries -> {
                try (entries) {
                    calendars.read(entries, findings);
                }
            });
        }
        return WorkingDayCalendar.of(calendars.years.values());
    }

    private void read(Entries entries, Findings findings) {
        int before = findings.count();
        int year = entries.required("year", Form.YEAR);
        Set<LocalDate> off = new HashSet<>();
        entries.entries("daysOff").forEach(holiday -> addHoliday(holiday, off));
        Set<LocalDate> worked = new HashSet<>(entries.list("daysWorked", Form.DATE));
        AgencyFile.basis(entries);
        if (findings.count() > before) {
            return;
        }
        if (years.containsKey(year)) {
            entries.finding("year", "The year " + year + " stands in two files.", "Keep one of the two.");
            return;
        }
        try {
            years.put(year, new CalendarYear(year, off, worked));
        } catch (IllegalArgumentException contradiction) {
            entries.finding("year", String.valueOf(contradiction.getMessage()), "Correct the day.");
        }
    }

    private static void addHoliday(Entries holiday, Set<LocalDate> off) {
        LocalDate from = holiday.required("from", Form.DATE);
        LocalDate to = holiday.required("to", Form.DATE);
        holiday.label("name");
        if (to.isBefore(from) || from.plusDays(LONGEST_HOLIDAY).isBefore(to)) {
            holiday.finding("to", "The holiday ends before it begins or lasts over a month.", "Correct its dates.");
            return;
        }
        from.datesUntil(to.plusDays(1)).forEach(off::add);
    }
}
