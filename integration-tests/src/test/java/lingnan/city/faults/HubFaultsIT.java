package lingnan.city.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lingnan.city.City;
import lingnan.city.HubProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hub with a PostgreSQL and a broker of its own. */
class HubFaultsIT {

    private static final Duration RESTART = Duration.ofSeconds(30);

    /** With 200 callers; without an outage the hub has about 120. */
    private static final long MOST_THREADS = 450;

    /** A heap of 1 GB and what a Java process has beside it. */
    private static final long MOST_MEGABYTES = 1_800;

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 2009, 200));
        hub = HubProcess.start(new HubProcess.Setting(
                folder.resolve("hub"),
                city.endpoints(),
                Map.of(),
                List.of("--hub.business-time=2009-11-10T10:00:00+08:00")));
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
        city.close();
    }

    @Test
    void keepsItsPromisesWhenItIsKilled() throws IOException {
        killHub("HK", 3, 1);
    }

    @Test
    @Tag("full")
    void keepsItsPromisesWhenItIsKilledTwentyTimes() throws IOException {
        killHub("HKF", 20, 20);
    }

    @Test
    void startsItsDatabaseAgainWhenThatIsKilled() throws IOException {
        killDatabase("DK", 2, 2);
    }

    @Test
    @Tag("full")
    void startsItsDatabaseAgainWhenThatIsKilledTenTimes() throws IOException {
        killDatabase("DKF", 10, 10);
    }

    @Test
    void faultsSoonWhileItsDatabaseHangs() throws IOException {
        hangDatabase("DH", Duration.ofSeconds(12));
    }

    @Test
    @Tag("full")
    void faultsSoonWhileItsDatabaseHangsForAMinute() throws IOException {
        hangDatabase("DHF", Duration.ofSeconds(60));
    }

    private static void killHub(String name, int times, long seed) throws IOException {
        Random random = new Random(seed);
        List<Duration> restarts = new ArrayList<>();
        Load load = Load.on(name, hub, 8, 25);
        try (load) {
            for (int i = 0; i < times; i++) {
                load.awaitMore(5 + random.nextInt(80));
                awaitMoment(random);
                hub.kill();
                long started = System.nanoTime();
                hub.restart();
                restarts.add(Duration.ofNanos(System.nanoTime() - started));
            }
            load.awaitMore(20);
        }
        Audit audit = Audit.of(load, city, List.of(hub));
        System.out.println(
                "hub killed " + times + " times: ready again " + Spread.of(restarts) + "; " + audit.figures());
        assertThat(restarts).allMatch(restart -> restart.compareTo(RESTART) < 0);
    }

    private static void killDatabase(String name, int times, long seed) throws IOException {
        Random random = new Random(seed);
        List<Duration> outages = new ArrayList<>();
        long process = hub.pid();
        Load load = Load.on(name, hub, 8, 25);
        try (load) {
            for (int i = 0; i < times; i++) {
                load.awaitMore(5 + random.nextInt(80));
                awaitMoment(random);
                Signals.send("KILL", List.of(hub.databasePid().orElseThrow()));
                long killed = System.nanoTime();
                Waiting.until("the database is back", RESTART, () -> load.since(killed)
                        .filter(Attempt::isAcknowledged)
                        .anyMatch(attempt -> !attempt.asynchronous()));
                outages.add(Duration.ofNanos(System.nanoTime() - killed));
            }
            load.awaitMore(20);
        }
        Audit audit = Audit.of(load, city, List.of(hub));
        System.out.println(
                "PostgreSQL killed " + times + " times: answers again " + Spread.of(outages) + "; " + audit.figures());
        assertThat(hub.pid()).as("the same hub").isEqualTo(process);
        assertThat(hub.isAlive()).isTrue();
    }

    private static void hangDatabase(String name, Duration length) throws IOException {
        Load load = Load.on(name, hub, 200, 30);
        Outage outage;
        try (load) {
            load.awaitMore(50);
            outage = Outage.of(load, hub, length);
            load.awaitMore(100);
        }
        List<Attempt> during = load.attempts().filter(outage::concerns).toList();
        Spread waits = Spread.of(during.stream().map(Attempt::took).toList());
        Audit audit = Audit.of(load, city, List.of(hub));
        System.out.println("PostgreSQL hung for " + length.toSeconds() + " s: " + during.size()
                + " requests, each ended after " + waits + "; " + outage + "; " + audit.figures());
        assertThat(waits.max()).isLessThan(Duration.ofSeconds(5));
        assertThat(during).as("got no answer at all").noneMatch(attempt -> attempt.message()
                .isEmpty());
        assertThat(during.stream().filter(attempt -> attempt.trouble().isPresent()))
                .as("refused while it hung")
                .isNotEmpty();
        assertThat(outage.threads()).isLessThan(MOST_THREADS);
        assertThat(outage.megabytes()).isLessThan(MOST_MEGABYTES);
    }

    /** Anywhere within an interaction, not only right after the end of one. */
    private static void awaitMoment(Random random) throws IOException {
        long moment = System.nanoTime() + random.nextInt(200_000_000);
        Waiting.until("a moment", Duration.ofSeconds(5), () -> System.nanoTime() - moment >= 0);
    }
}
