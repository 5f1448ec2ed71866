package lingnan.hub.bench;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.LogPosition;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * In place of the log, one that promises everything at once and keeps nothing, so that the bench can tell what the flow
 * costs from what the log costs. A hub that finds this by its component scan proves nothing to anybody.
 */
@Configuration(proxyBeanMethods = false)
public class WithoutLog {

    @Bean
    @Primary
    MessageLog forgettingLog() {
        return new ForgettingLog();
    }

    private static final class ForgettingLog implements MessageLog {

        private final AtomicLong positions = new AtomicLong();

        private LogPosition next() {
            return new LogPosition("forgotten", positions.incrementAndGet(), Instant.now());
        }

        @Override
        public CompletableFuture<LogPosition> append(Entry entry) {
            return CompletableFuture.completedFuture(next());
        }

        @Override
        public AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry) {
            return new AppendOutcome.Appended(next(), expectedVersion + 1);
        }

        @Override
        public void spool(Entry entry) {
            next();
        }
    }
}
