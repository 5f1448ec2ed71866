package lingnan.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says, logs and writes down that the hub is ready: for people, for auditors, and for {@code ./hub status}. */
@Component
final class Readiness {

    private final Path data;
    private final String bind;
    private final int port;
    private final int consolePort;
    private final MessageLog log;
    private final BusinessClock clock;

    Readiness(
            @Value("${hub.data}") String data,
            @Value("${hub.bind}") String bind,
            @Value("${hub.port}") int port,
            @Value("${hub.console.port}") int consolePort,
            MessageLog log,
            BusinessClock clock) {
        this.data = Path.of(data).toAbsolutePath().normalize();
        this.bind = bind;
        this.port = port;
        this.consolePort = consolePort;
        this.log = log;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws IOException {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.DETAIL, "the hub is ready on port " + port);
        facts.put(Fact.ACTOR, "hub");
        log.append(new Entry(
                        EntryKind.ADMINISTERED,
                        MessageId.next(Clock.systemUTC()),
                        clock.now(),
                        facts,
                        List.of(),
                        List.of()))
                .join();
        writeDown();
        print("READY agencies http://" + bind + ":" + port + "/services/  people http://" + bind + ":" + consolePort
                + "/  data " + data);
    }

    /** Standard output is this process's interface to whoever started it. */
    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void writeDown() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Properties written = new Properties();
        written.setProperty("pid", Long.toString(self.pid()));
        written.setProperty(
                "started", self.info().startInstant().map(Object::toString).orElse(""));
        written.setProperty("port", Integer.toString(port));
        written.setProperty("console-port", Integer.toString(consolePort));
        Path file = data.resolve("hub.properties");
        Path fresh = data.resolve("hub.properties.new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            written.store(out, "the hub that runs here");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
