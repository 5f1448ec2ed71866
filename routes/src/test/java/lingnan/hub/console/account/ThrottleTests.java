package lingnan.hub.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTests {

    private final Hands clock = new Hands();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void letsAPersonMistypeAFewTimes() {
        fail(4, "chen", "10.0.0.1");
        assertThat(throttle.toWait("chen", "10.0.0.1")).isEmpty();
    }

    @Test
    void makesANameWaitLongerAndLonger() {
        fail(5, "chen", "10.0.0.1");
        assertThat(throttle.toWait("chen", "10.0.0.2")).contains(Duration.ofMinutes(1));
        fail(1, "chen", "10.0.0.1");
        assertThat(throttle.toWait("chen", "10.0.0.2")).contains(Duration.ofMinutes(2));
        fail(20, "chen", "10.0.0.1");
        assertThat(throttle.toWait("chen", "10.0.0.2")).contains(Duration.ofMinutes(15));
        assertThat(throttle.toWait("li", "10.0.0.2")).isEmpty();
    }

    @Test
    void makesAnAddressWaitThatTriesManyNames() {
        for (int i = 0; i < 20; i++) {
            fail(1, "name" + i, "10.0.0.1");
        }
        assertThat(throttle.toWait("another", "10.0.0.1")).contains(Duration.ofMinutes(1));
        assertThat(throttle.toWait("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void forgetsInTime() {
        fail(5, "chen", "10.0.0.1");
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(throttle.toWait("chen", "10.0.0.1")).isEmpty();
        clock.now = clock.now.plus(Duration.ofMinutes(31));
        fail(1, "chen", "10.0.0.1");
        assertThat(throttle.toWait("chen", "10.0.0.1")).isEmpty();
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, address);
        }
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2009-11-10T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
