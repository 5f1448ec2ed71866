package lingnan.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTests {

    @Test
    void sortsMessageIdsByTheirTime() {
        Clock early = Clock.fixed(Instant.parse("2009-11-10T01:00:00Z"), ZoneOffset.UTC);
        MessageId first = MessageId.next(early);
        MessageId second = MessageId.next(Clock.offset(early, Duration.ofMillis(1)));
        assertThat(first).isLessThan(second);
        assertThat(first.value().version()).isEqualTo(7);
        assertThat(first.value().variant()).isEqualTo(2);
        assertThat(MessageId.parse(first.toString())).isEqualTo(first);
    }

    @Test
    void keepsTheTextOfXRoadIdentifiers() {
        String text = "GZ/GOV/AIC/ENT/AIC-ENT-REG/v1";
        ServiceId id = ServiceId.parse(text);
        assertThat(id).hasToString(text);
        assertThat(id.provider()).isEqualTo(SubsystemId.parse("GZ/GOV/AIC/ENT"));
        assertThat(SubsystemId.parse("GZ/GOV/AIC/企业")).hasToString("GZ/GOV/AIC/企业");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GZ", "GZ/GOV/AIC", "GZ/GOV/AIC/ENT/X", "GZ/GOV/aic/ENT", "GZ/GOV/AIC/E N T", "GZ/GOV/AIC/"})
    void refusesWhatIsNoSubsystem(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SubsystemId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "GZ/GOV/AIC/ENT", "GZ/GOV/AIC/ENT/AIC-ENT-REG", "/v1", "GZ/GOV/AIC/ENT/A:B/v1"})
    void refusesWhatIsNoService(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceId.parse(text));
    }

    @Test
    void countsCharactersNotTheirHalves() {
        String longest = "𠮷".repeat(80);
        assertThat(SubsystemId.parse("GZ/GOV/AIC/" + longest).subsystem()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> SubsystemId.parse("GZ/GOV/AIC/" + longest + "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A\t", "A:", "A\u0301", "A\uD842", "😀", "A\u200B", "_ ", ""})
    void refusesPartsWithOtherCharacters(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> SubsystemId.parse("GZ/GOV/AIC/" + part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.b-c_9", "企业", "Ⅷ", "½", "９", "ª"})
    void takesLettersAndNumbersOfAnyScript(String part) {
        assertThat(SubsystemId.parse("GZ/GOV/AIC/" + part).subsystem()).isEqualTo(part);
    }
}
