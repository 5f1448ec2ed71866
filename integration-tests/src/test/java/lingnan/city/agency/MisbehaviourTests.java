package lingnan.city.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehaviourTests {

    @ParameterizedTest
    @ValueSource(strings = {"normal", "fault", "html", "empty", "slow=250", "drop", "truncated", "cut", "hang"})
    void readsWhatItWrites(String mode) {
        assertThat(Misbehaviour.Turn.parse(mode)).hasToString(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "slower", "slow=soon", "drop=3"})
    void refusesWhatIsNoMode(String mode) {
        assertThatThrownBy(() -> Misbehaviour.Turn.parse(mode)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNormalAgainAfterSoManyCalls() {
        Misbehaviour misbehaviour = new Misbehaviour();
        misbehaviour.set(new Misbehaviour.Turn(Mode.DROP, Duration.ZERO), 2);

        assertThat(misbehaviour.next().mode()).isEqualTo(Mode.DROP);
        assertThat(misbehaviour.next().mode()).isEqualTo(Mode.DROP);
        assertThat(misbehaviour.current().mode()).isEqualTo(Mode.NORMAL);
        assertThat(misbehaviour.next().mode()).isEqualTo(Mode.NORMAL);
    }
}
