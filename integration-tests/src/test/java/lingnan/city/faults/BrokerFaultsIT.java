package lingnan.city.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import lingnan.city.City;
import lingnan.city.HubProcess;
import lingnan.city.SimulatedAgency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub and a broker outside it: the broker may be away, and may lose all that it has. */
class BrokerFaultsIT {

    @TempDir
    static Path folder;

    private static City city;
    private static BrokerFixture broker;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 2009, 200));
        broker = BrokerFixture.start(folder.resolve("broker"));
        hub = HubProcess.start(new HubProcess.Setting(
                folder.resolve("hub"),
                city.endpoints(),
                new HashMap<>(broker.environment()),
                List.of("--hub.business-time=2009-11-10T10:00:00+08:00")));
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
        broker.close();
        city.close();
    }

    @Test
    void goesOnWithoutItsBroker() throws IOException {
        Load load = Load.on("BK", hub, 8, 20);
        try (load) {
            awaitReceipts(load, 5);
            broker.kill();
            long killed = System.nanoTime();
            Waiting.until(
                    "enough without a broker",
                    Duration.ofSeconds(60),
                    () -> count(load, killed, true) >= 10 && count(load, killed, false) >= 30);
            long waiting = LoggedMessage.of(hub, load.caseNumbers()).values().stream()
                    .filter(LoggedMessage::isOpen)
                    .count();
            assertThat(waiting).as("accepted and waiting").isGreaterThanOrEqualTo(10);
            broker.restart();
            awaitReceipts(load, 5);
            assertThat(load.attempts().filter(attempt -> attempt.trouble().isPresent()))
                    .as("callers who noticed")
                    .isEmpty();
        }
        report("broker killed", Audit.of(load, city, List.of(hub)), load);
    }

    @Test
    void fillsAnEmptyBrokerFromTheLog() throws IOException {
        Load load = Load.on("BD", hub, 8, 20);
        try (load) {
            for (SimulatedAgency slow : List.of(SimulatedAgency.LTAX, SimulatedAgency.PLAN)) {
                city.agency(slow).behave("slow=1500");
            }
            awaitReceipts(load, 30);
            broker.kill();
            deleteStore();
            for (SimulatedAgency slow : List.of(SimulatedAgency.LTAX, SimulatedAgency.PLAN)) {
                city.agency(slow).behave("normal");
            }
            assertThat(LoggedMessage.of(hub, load.caseNumbers()).values())
                    .as("what the broker had")
                    .anyMatch(LoggedMessage::isOpen);
            broker.restart();
            awaitReceipts(load, 5);
        }
        report("broker killed, store deleted", Audit.of(load, city, List.of(hub)), load);
    }

    /** Here nothing has died but the broker: each receipt has become an answer, or is in doubt for its provider's sake. */
    private static void report(String what, Audit audit, Load load) {
        System.out.println(what + ": " + audit.figures());
        assertThat(audit.answeredLater())
                .as("receipts that became answers")
                .isEqualTo(load.attempts()
                        .filter(attempt -> attempt.asynchronous() && attempt.isAcknowledged())
                        .count());
    }

    private static long count(Load load, long since, boolean asynchronous) {
        return load.since(since)
                .filter(Attempt::isAcknowledged)
                .filter(attempt -> attempt.asynchronous() == asynchronous)
                .count();
    }

    private static void awaitReceipts(Load load, int more) throws IOException {
        long now = System.nanoTime();
        Waiting.until("receipts", Duration.ofSeconds(60), () -> count(load, now, true) >= more);
    }

    private static void deleteStore() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("broker"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
