package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts in whose place, in the shipped city: the reform was on 24 September 2009. */
class SuccessionTests {

    private static final Snapshot CITY = ShippedCity.snapshot();

    @ParameterizedTest(name = "for {0} on {1}: {2}")
    @CsvSource({
        "LSS,  2009-09-23, LSS",
        "LSS,  2009-09-24, HRSS",
        "HRSS, 2009-09-24, HRSS",
        "AIC,  2009-11-10, AIC",
        "NONE, 2009-11-10, NONE"
    })
    void actsForABodyThatHasEnded(String body, LocalDate day, String acting) {
        assertThat(CITY.actsFor(AgencyCode.of(body), day)).containsExactly(AgencyCode.of(acting));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "HRSS-EMPLOY, 2009-09-23, LSS",
        "HRSS-EMPLOY, 2009-09-24, HRSS",
        "AIC-ENT-REG, 1949-10-01, AIC",
        "AIC-ENT-REG, 2009-11-10, AIC"
    })
    void findsWhoAnswersForASubject(String subject, LocalDate day, String agency) {
        assertThat(CITY.answersFor(SubjectCode.of(subject), day)).contains(AgencyCode.of(agency));
    }

    @Test
    void knowsNobodyForASubjectThatThereIsNot() {
        assertThat(CITY.answersFor(SubjectCode.of("NO-SUCH"), LocalDate.of(2009, 11, 10)))
                .isEmpty();
    }

    @Test
    void countsThePredecessorsOnceTheyHaveEnded() {
        AgencyCode successor = AgencyCode.of("HRSS");
        assertThat(CITY.bodiesOf(successor, LocalDate.of(2009, 9, 23))).containsExactly(successor);
        assertThat(CITY.bodiesOf(successor, LocalDate.of(2009, 9, 24)))
                .contains(successor, AgencyCode.of("LSS"))
                .doesNotContain(AgencyCode.of("AIC"));
    }
}
