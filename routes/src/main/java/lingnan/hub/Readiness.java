package lingnan.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import lingnan.hub.catalog.CityChanged;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Logs that the hub is ready and that its city has changed, and writes down how it is reached: for auditors, and for
 * {@code ./hub status}.
 */
@Component
final class Readiness {

    private static final int MOST_NAMED = 20;

    private final Path data;
    private final Environment environment;
    private final MessageLog log;
    private final BusinessClock clock;

    Readiness(@Value("${hub.data}") String data, Environment environment, MessageLog log, BusinessClock clock) {
        this.data = Path.of(data).toAbsolutePath().normalize();
        this.environment = environment;
        this.log = log;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws IOException {
        log.append(administered("the hub is ready on port " + port("server"))).join();
        writeDown();
    }

    /** The city's files say who may ask for what: whoever changes them has acted. */
    @EventListener
    void changed(CityChanged change) {
        String files = change.files().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int others = change.files().size() - MOST_NAMED;
        Entry entry =
                administered("the city was read again: " + files + (others > 0 ? " and " + others + " more" : ""));
        try {
            log.append(entry).join();
        } catch (CompletionException notNow) {
            log.spool(entry);
        }
    }

    private Entry administered(String what) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.DETAIL, what);
        facts.put(Fact.ACTOR, "hub");
        return new Entry(
                EntryKind.ADMINISTERED, MessageId.next(Clock.systemUTC()), clock.now(), facts, List.of(), List.of());
    }

    private void writeDown() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Properties written = new Properties();
        written.setProperty("pid", Long.toString(self.pid()));
        written.setProperty(
                "started", self.info().startInstant().map(Object::toString).orElse(""));
        written.setProperty("port", port("server"));
        written.setProperty("console-port", port("console"));
        if (clock.simulated()) {
            Duration ahead = Duration.between(Instant.now(Clock.systemUTC()), clock.now());
            written.setProperty("business-time-ahead-ms", Long.toString(ahead.toMillis()));
        }
        Path file = data.resolve("hub.properties");
        Path fresh = data.resolve("hub.properties.new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            written.store(out, "the hub that runs here");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port that was really taken, which the setting may leave to chance. */
    private String port(String side) {
        return environment.getRequiredProperty("local." + side + ".port");
    }
}
