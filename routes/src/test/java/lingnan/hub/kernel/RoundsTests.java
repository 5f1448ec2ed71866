package lingnan.hub.kernel;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTests {

    @Test
    void goesOnAfterAnExceptionThatNobodyExpected() {
        AtomicInteger times = new AtomicInteger();
        Rounds rounds = new Rounds("rounds", Duration.ofMillis(1), () -> {
            if (times.incrementAndGet() < 3) {
                throw new IllegalStateException("once more");
            }
        });
        try (rounds) {
            rounds.start(Duration.ZERO);
            await().atMost(Duration.ofSeconds(5)).until(() -> times.get() > 3);
        }
    }
}
