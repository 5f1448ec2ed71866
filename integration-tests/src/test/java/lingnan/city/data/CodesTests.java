package lingnan.city.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of the reference, section 6. */
class CodesTests {

    @ParameterizedTest
    @CsvSource({
        "1955-06-15, 2, 440199195506150025",
        "1990-01-01, 5, 44019919900101005X",
        "1980-01-01, 1, 440199198001010012"
    })
    void endsCitizensNumbersWithTheirCheck(LocalDate birth, int sequence, String id) {
        assertThat(Codes.citizenId(birth, sequence)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "D2143569, D2143569X",
        "QQTEXT01, QQTEXT017",
        "QQTEXT02, QQTEXT025",
        "QQTEXT05, QQTEXT05X",
        "QQTEXT18, QQTEXT180"
    })
    void endsOrganisationCodesWithTheirCheck(String eight, String code) {
        assertThat(Codes.organisationCode(eight)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "10000001, 440199100000011",
        "20000001, 440199200000016",
        "40000001, 440199400000019",
        "60012345, 440199600123451"
    })
    void endsRegistrationNumbersWithTheirCheck(String sequence, String number) {
        assertThat(Codes.registrationNumber(sequence)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"ＱＱTEXT01－7, QQTEXT017", "qqtext05-x, QQTEXT05X", "穗规建证[2009]1号, 穗规建证(2009)1号", "Ａ　Ｂ, AB"})
    void looksUpWhateverTheWidthCaseAndHyphens(String written, String form) {
        assertThat(Codes.lookup(written)).isEqualTo(form);
    }

    @Test
    void knowsAnOldNumberOfFifteenDigits() {
        assertThat(Codes.lookupCitizen("440199550615002")).isEqualTo("440199195506150025");
        assertThat(Codes.shortened("440199195506150025")).isEqualTo("440199550615002");
    }
}
