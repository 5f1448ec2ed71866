package lingnan.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import lingnan.hub.kernel.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets the business clock: the real time, or a time that a demo or a test names in {@code hub.business-time} and that
 * runs on from there. A data directory that was ever driven by such a clock is marked as such for ever, so that nobody
 * takes its cases for real ones.
 */
@Configuration(proxyBeanMethods = false)
class BusinessTime {

    private static final Logger LOG = LoggerFactory.getLogger(BusinessTime.class);

    @Bean
    BusinessClock businessClock(@Value("${hub.data}") String data, @Value("${hub.business-time:}") String start)
            throws IOException {
        Path mark = Path.of(data).resolve("simulated-clock");
        if (!start.isBlank()) {
            Instant begins = OffsetDateTime.parse(start).toInstant();
            Files.createDirectories(mark.getParent());
            if (!Files.exists(mark)) {
                Files.writeString(mark, "The business clock here was first simulated as " + begins + "\n");
            }
            return BusinessClock.simulated(
                    Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(Clock.systemUTC()), begins)));
        }
        if (Files.exists(mark)) {
            LOG.warn("This data directory was once driven by a simulated clock; its cases are not real");
        }
        return BusinessClock.real();
    }
}
