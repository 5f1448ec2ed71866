package lingnan.hub.console.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

    @ParameterizedTest
    @CsvSource({
        // What the subject's schema calls personal, and what it does not.
        "urn:lingnan:gz:PSB-POP-BASE:1, name, 欧阳㑇, 欧**",
        "urn:lingnan:gz:PSB-POP-BASE:1, sex, 女, *",
        "urn:lingnan:gz:PSB-POP-BASE:1, registeringUnit, 岭南派出所, 岭南派出所",
        // In the provider's own form nobody can tell, so everything is hidden.
        "http://tempuri.org/, XM, 𠮷明, 𠮷*",
        "'', DJDW, 岭南派出所, 岭****",
        // Headers and faults say how the call went.
        "urn:lingnan:hub:1, purpose, TITLE-REGISTRATION, TITLE-REGISTRATION",
        "'', faultstring, 系统忙, 系统忙",
        // A citizen id keeps its own form of mask.
        "http://tempuri.org/, GMSFHM, 440199195506150025, 440199**********25",
    })
    void hidesWhatTheSchemaCallsPersonal(String namespace, String element, String text, String shown) {
        Mask mask = Mask.of(
                List.of(), new Mask.Fields("urn:lingnan:gz:PSB-POP-BASE:1", Set.of("name", "sex", "citizenId"), true));
        assertThat(mask.leaf(namespace, element, text)).isEqualTo(shown);
    }

    @Test
    void leavesAProvidersOwnFormAloneIfOnlyIdentifiersArePersonal() {
        Mask mask = Mask.of(List.of(), new Mask.Fields("urn:lingnan:gz:AIC-ENT-REG:1", Set.of("id"), false));
        assertThat(mask.leaf("", "legalRep", "欧阳㑇")).isEqualTo("欧阳㑇");
    }
}
