package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupTests {

    @ParameterizedTest
    @CsvSource({
        "44019919550615123x, 44019919550615123X",
        "４４０１９９１９５５０６１５１２３ｘ, 44019919550615123X",
        "' 440199 1955 0615 123X ', 44019919550615123X",
        "12345678-9, 123456789",
        "阿迪力·买买提, 阿迪力买买提",
        "阿迪力•买买提, 阿迪力买买提",
        "广州𠮷祥（䶮㑇）, 广州𠮷祥䶮㑇",
        "---, ---",
    })
    void findsTheSameKeyHoweverTyped(String typed, String form) {
        assertThat(Lookup.of(typed)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"甲公司, 乙公司", "440199100000011, 440199100000012", "𠮷祥, 吉祥"})
    void keepsDifferentKeysApart(String one, String other) {
        assertThat(Lookup.of(one)).isNotEqualTo(Lookup.of(other));
    }
}
