package lingnan.hub.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import lingnan.hub.kernel.BusinessClock;

/**
 * The hub process of a data directory, as it wrote itself down in {@code hub.properties} when it was ready.
 *
 * @param ahead how far its business clock is ahead of the real time, which it is in demos only; negative if behind
 */
record RunningHub(ProcessHandle process, int port, int consolePort, Duration ahead) {

    static Optional<RunningHub> of(Path data) {
        Path file = data.resolve("hub.properties");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties written = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            written.load(in);
            int port = Integer.parseInt(written.getProperty("port", "0"));
            int console = Integer.parseInt(written.getProperty("console-port", "0"));
            Duration ahead = Duration.ofMillis(Long.parseLong(written.getProperty("business-time-ahead-ms", "0")));
            return ProcessHandle.of(Long.parseLong(written.getProperty("pid", "0")))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAsWritten(process, written))
                    .map(process -> new RunningHub(process, port, console, ahead));
        } catch (IOException | NumberFormatException unreadable) {
            throw new CommandFailure("Cannot read " + file + ". Delete it if no hub runs there.");
        }
    }

    BusinessClock businessClock() {
        return ahead.isZero()
                ? BusinessClock.real()
                : BusinessClock.simulated(Clock.offset(Clock.system(BusinessClock.ZONE), ahead));
    }

    /** A process number is used again some day; the start time tells whether it is still the same process. */
    private static boolean startedAsWritten(ProcessHandle process, Properties written) {
        String started = written.getProperty("started", "");
        return process.info()
                .startInstant()
                .map(instant -> instant.toString().equals(started))
                .orElse(true);
    }
}
