package lingnan.hub.console.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTests {

    private static final Mask MASK = Mask.of(List.of("陈𠮷明", "440199195506150019"));

    @ParameterizedTest
    @CsvSource({
        // Citizen ids of 18 and 15 characters, alone and among other text.
        "440199195506150019, 440199**********19",
        "44019919550615001X, 440199**********1X",
        "440199550615001, 440199*******01",
        "id=440199198812310025;, id=440199**********25;",
        // No possible date of birth: a registration number, a number of 18 digits that is no citizen id.
        "440199100000011, 440199100000011",
        "914401011234567890, 914401011234567890",
        // Part of a longer number.
        "9440199195506150019, 9440199195506150019",
    })
    void hidesWhatHasTheFormOfACitizenId(String text, String shown) {
        assertThat(Mask.of(List.of()).text(text)).isEqualTo(shown);
    }

    @Test
    void hidesThePersonKeysOfTheMessageWhateverTheirForm() {
        assertThat(MASK.text("姓名：陈𠮷明。")).isEqualTo("姓名：陈**。");
        assertThat(MASK.person("𠮷")).isEqualTo("*");
    }

    @Test
    void hidesNothingFromWhoMaySeeIt() {
        assertThat(Mask.NONE.text("440199195506150019")).isEqualTo("440199195506150019");
    }
}
