package lingnan.hub.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeadlinesTests {

    @Test
    void endsWhatTakesTooLongAndLeavesWhatWasInTime() throws InterruptedException {
        AtomicBoolean isMetEnded = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        try (Deadlines deadlines = new Deadlines()) {
            deadlines.met(deadlines.set(Duration.ofMillis(1), () -> isMetEnded.compareAndSet(false, true)));
            deadlines.set(Duration.ofMinutes(1), () -> isMetEnded.compareAndSet(false, true));
            long started = System.nanoTime();
            deadlines.set(Duration.ofMillis(60), () -> {
                ended.countDown();
                return true;
            });
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        }
        assertThat(isMetEnded).isFalse();
    }

    @Test
    void watchesOnWhenACallCannotBeCancelled() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Deadlines deadlines = new Deadlines()) {
            deadlines.set(Duration.ofMillis(1), () -> {
                throw new IllegalStateException("will not be cancelled");
            });
            deadlines.set(Duration.ofMillis(60), () -> {
                ended.countDown();
                return true;
            });
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
