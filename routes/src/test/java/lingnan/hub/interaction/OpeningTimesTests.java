package lingnan.hub.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import lingnan.hub.catalog.Agency.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTimesTests {

    private static final OpeningHours OFFICE = new OpeningHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));

    @ParameterizedTest
    @CsvSource({
        "2009-11-10T10:00:00+08:00, 2009-11-10T10:00:00+08:00",
        "2009-11-10T08:59:59+08:00, 2009-11-10T09:00:00+08:00",
        "2009-11-10T17:00:00+08:00, 2009-11-11T09:00:00+08:00",
        "2009-11-13T18:00:00+08:00, 2009-11-16T09:00:00+08:00",
        "2009-11-14T12:00:00+08:00, 2009-11-16T09:00:00+08:00",
        "2009-11-10T00:30:00Z, 2009-11-10T01:00:00Z"
    })
    void opensAtTheNextOfficeHour(String now, String opens) {
        assertThat(OpeningTimes.nextOpen(OFFICE, instant(now))).isEqualTo(instant(opens));
    }

    @Test
    void isAlwaysOpenWithoutAnOpenDay() {
        Instant now = instant("2009-11-14T12:00:00+08:00");
        assertThat(OpeningTimes.nextOpen(new OpeningHours(Set.of(), LocalTime.MIN, LocalTime.MAX), now))
                .isEqualTo(now);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
