package lingnan.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import lingnan.hub.kernel.SubsystemId;
import org.junit.jupiter.api.Test;

class FailedAttemptsTests {

    private static final SubsystemId AIC = SubsystemId.parse("GZ/GOV/AIC/ENT");
    private static final String HERE = "10.0.0.1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2009-11-10T01:00:00Z"));
    private final Clock clock = new MovingClock(now::get);
    private final FailedAttempts attempts = new FailedAttempts(clock);

    @Test
    void makesAGuesserWaitEverLongerUpToAMinute() {
        fail(4);
        assertThat(attempts.mustWait(AIC, HERE)).isFalse();
        fail(1);
        assertThat(attempts.mustWait(AIC, HERE)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(attempts.mustWait(AIC, HERE)).isFalse();
        fail(1);
        pass(Duration.ofSeconds(1));
        assertThat(attempts.mustWait(AIC, HERE)).isTrue();
        fail(50);
        pass(Duration.ofSeconds(59));
        assertThat(attempts.mustWait(AIC, HERE)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(attempts.mustWait(AIC, HERE)).isFalse();
    }

    @Test
    void doesNotHoldUpOthers() {
        fail(10);

        assertThat(attempts.mustWait(AIC, "10.0.0.2")).isFalse();
        assertThat(attempts.mustWait(SubsystemId.parse("GZ/GOV/PSB/POP"), HERE)).isFalse();
    }

    @Test
    void aRightPasswordEndsTheCount() {
        fail(4);
        attempts.succeeded(AIC, HERE);
        fail(4);

        assertThat(attempts.mustWait(AIC, HERE)).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(AIC, HERE);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
