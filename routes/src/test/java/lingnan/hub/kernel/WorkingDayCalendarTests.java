package lingnan.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The shipped years, and the vectors that were worked out for them by hand. */
class WorkingDayCalendarTests {

    private static final Path FOLDER = Path.of("city/guangzhou-2009/calendars");

    private final WorkingDayCalendar calendar = WorkingDayCalendar.of(List.of(shipped(2009), shipped(2010)));

    @ParameterizedTest
    @CsvSource({
        "2009-09-21,20,2009-10-23",
        "2009-09-30,5,2009-10-14",
        "2009-01-22,5,2009-02-03",
        "2010-02-10,10,2010-03-01",
        "2009-11-10,20,2009-12-08",
        "2009-05-27,3,2009-06-02",
        "2009-12-31,1,2010-01-04",
        "2009-11-10,0,2009-11-10"
    })
    void findsTheLastDayOfALimit(LocalDate event, int workingDays, LocalDate due) {
        assertThat(calendar.plus(event, workingDays)).isEqualTo(new WorkingDayCalendar.Due(due, false));
        assertThat(calendar.between(event, due)).isEqualTo(new WorkingDayCalendar.Count(workingDays, false));
        assertThat(calendar.between(due, event)).isEqualTo(new WorkingDayCalendar.Count(-workingDays, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {2009, 2010})
    void countsTwoHundredAndFiftyDaysAYear(int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);

        assertThat(newYear.datesUntil(newYear.plusYears(1)).filter(calendar::isWorkingDay))
                .hasSize(250);
        assertThat(calendar.isAssumed(year)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2009-10-10,true", // a Saturday worked
        "2009-10-08,false", // a Thursday off
        "2009-11-10,true",
        "2009-11-14,false",
        "2011-10-03,true", // no arrangement known: a Monday counts
        "2011-10-01,false"
    })
    void knowsTheKindOfADay(LocalDate day, boolean working) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void marksWhatRestsOnAnUnknownYear() {
        assertThat(calendar.plus(LocalDate.of(2010, 12, 30), 2))
                .isEqualTo(new WorkingDayCalendar.Due(LocalDate.of(2011, 1, 3), true));
        assertThat(calendar.plus(LocalDate.of(2008, 12, 31), 1).assumed()).isTrue();
        assertThat(calendar.between(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 1, 10))
                        .assumed())
                .isTrue();
        assertThat(calendar.isAssumed(2011)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void refusesLimitsThatAreNone(int workingDays) {
        assertThatThrownBy(() -> calendar.plus(LocalDate.of(2009, 1, 1), workingDays))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesYearsThatContradictThemselves() {
        LocalDate saturday = LocalDate.of(2009, 10, 10);
        LocalDate monday = LocalDate.of(2009, 10, 12);

        assertThatThrownBy(() -> new CalendarYear(2009, Set.of(saturday), Set.of(saturday)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CalendarYear(2009, Set.of(), Set.of(monday)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CalendarYear(2010, Set.of(monday), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingDayCalendar.of(List.of(shipped(2009), shipped(2009))))
                .isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings("unchecked")
    private static CalendarYear shipped(int year) {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(year + ".yaml"))) {
            Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Set<LocalDate> off = new HashSet<>();
            for (Map<String, Object> range : (List<Map<String, Object>>) file.get("daysOff")) {
                LocalDate.parse((String) range.get("from"))
                        .datesUntil(LocalDate.parse((String) range.get("to")).plusDays(1))
                        .forEach(off::add);
            }
            Set<LocalDate> worked = ((List<String>) file.get("daysWorked"))
                    .stream().map(LocalDate::parse).collect(Collectors.toSet());
            assertThat(file).containsKeys("basis", "source");
            return new CalendarYear((int) file.get("year"), off, worked);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
