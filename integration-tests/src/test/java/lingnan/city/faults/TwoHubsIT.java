package lingnan.city.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import lingnan.city.City;
import lingnan.city.CityStates;
import lingnan.city.HubClient;
import lingnan.city.HubCommand;
import lingnan.city.HubProcess;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs on one PostgreSQL and one broker, both outside. */
class TwoHubsIT {

    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final List<String> BUSINESS_TIME = List.of("--hub.business-time=2009-11-10T10:00:00+08:00");

    @TempDir
    static Path folder;

    private static City city;
    private static BrokerFixture broker;
    private static HubProcess founder;
    private static List<HubProcess> hubs;

    @BeforeAll
    static void start() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 2009, 200));
        broker = BrokerFixture.start(folder.resolve("broker"));
        // A server of the same kind as the hub's own is had by killing the hub that started it: the server lives on.
        founder = HubProcess.start(new HubProcess.Setting(
                folder.resolve("founder"), city.endpoints(), new HashMap<>(broker.environment()), BUSINESS_TIME));
        founder.kill();
        hubs = List.of(join("one"), join("two"));
    }

    private static HubProcess join(String name) throws IOException {
        Path postgres = founder.data().resolve("postgres");
        Path secrets = founder.data().resolve("secrets");
        Map<String, String> environment = new HashMap<>(broker.environment());
        environment.put(
                "HUB_DB_URL",
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(postgres.resolve("port")).strip() + "/lingnan");
        environment.put("HUB_DB_USER", "lingnan");
        environment.put(
                "HUB_DB_PASSWORD",
                Files.readString(secrets.resolve("postgres.password")).strip());
        environment.put("HUB_SECRETS", secrets.toString());
        return HubProcess.start(
                new HubProcess.Setting(folder.resolve(name), city.endpoints(), environment, BUSINESS_TIME));
    }

    @AfterAll
    static void stop() throws IOException {
        for (HubProcess hub : hubs) {
            hub.close();
        }
        founder.close();
        broker.close();
        city.close();
    }

    @Test
    void answerFromOneState() throws IOException {
        CityStates.load(hubs.get(0), folder.resolve("states"), "DRC-PROJECT"::equals, 5);
        Question question = Question.about("DRC-PROJECT", "projectNumber", WellKnown.PROJECT_NUMBER)
                .purpose("LAND-SUPPLY");

        for (HubProcess hub : hubs) {
            Reply reply = founder.client("GZ/GOV/LRH/TITLE").at(hub.base()).query(question);
            assertThat(reply.field("builder")).as(reply.body()).isEqualTo(WellKnown.ENTERPRISE_NAME);
        }
    }

    @Test
    void oneGoesOnWhenTheOtherIsKilled() throws IOException {
        killOneOfTwo("TW", 2, 3);
    }

    @Test
    @Tag("full")
    void oneGoesOnWhenTheOtherIsKilledTenTimes() throws IOException {
        killOneOfTwo("TWF", 10, 30);
    }

    /** The last victim stays dead, so that the survivor has to close what it left open. */
    private static void killOneOfTwo(String name, int times, long seed) throws IOException {
        Random random = new Random(seed);
        List<Duration> restarts = new ArrayList<>();
        HubProcess victim = hubs.get(0);
        Load load = Load.on(name, Map.of("0", hubs.get(0), "1", hubs.get(1)), founder::client, 12, 25);
        try (load) {
            for (int i = 1; i <= times; i++) {
                load.awaitMore(10 + random.nextInt(80));
                int number = random.nextInt(2);
                victim = hubs.get(number);
                String survivor = Integer.toString(1 - number);
                victim.kill();
                long killed = System.nanoTime();
                Waiting.until(
                        "the survivor goes on", Duration.ofSeconds(20), () -> answeredBy(load, survivor, killed) >= 20);
                if (i < times) {
                    long started = System.nanoTime();
                    victim.restart();
                    restarts.add(Duration.ofNanos(System.nanoTime() - started));
                }
                assertThat(load.since(killed)
                                .filter(attempt -> attempt.hub().equals(survivor))
                                .filter(attempt -> attempt.trouble().isPresent()))
                        .as("callers of the survivor who noticed")
                        .isEmpty();
            }
        }
        HubProcess survivor = victim == hubs.get(0) ? hubs.get(1) : hubs.get(0);
        Audit audit = Audit.of(load, city, List.of(survivor));
        System.out.println("one of two hubs killed " + times + " times: ready again " + Spread.of(restarts) + "; "
                + audit.figures());
        assertThat(restarts).allMatch(restart -> restart.compareTo(Duration.ofSeconds(30)) < 0);
        victim.restart();
    }

    /** Each hub is asked all the time by two callers, so a gap in which a revoked grant still passes would be seen. */
    @Test
    void aRevocationCountsOnBothWithinFiveSeconds() throws Exception {
        Question question = Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.ORGANISATION_CODE)
                .purpose("TAX-COMPARE");
        Queue<Asked> asked = new ConcurrentLinkedQueue<>();
        AtomicBoolean ending = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int hub = i % 2;
            HubClient client = client(hub);
            running.add(callers.submit(() -> {
                while (!ending.get()) {
                    long began = System.nanoTime();
                    Reply reply = client.query(question);
                    String fault = reply.fault().map(Reply.Fault::text).orElse("");
                    asked.add(new Asked(hub, began, System.nanoTime(), fault));
                }
                return hub;
            }));
        }
        Waiting.until("both answer", Duration.ofSeconds(20), () -> answers(asked, 0) > 20 && answers(asked, 1) > 20);

        HubCommand.Result revoked =
                HubCommand.run(hubs.get(0), "grant", "revoke", "LTAX-QTS-1", "--reason", "the duty moved");
        long revokedAt = System.nanoTime();
        assertThat(revoked.exitCode()).as(revoked.output()).isZero();
        Waiting.until(
                "both have refused often, five seconds later",
                Duration.ofSeconds(20),
                () -> System.nanoTime() - revokedAt > Duration.ofSeconds(6).toNanos());
        ending.set(true);
        for (Future<?> caller : running) {
            caller.get();
        }
        callers.shutdown();

        for (int hub = 0; hub < 2; hub++) {
            int number = hub;
            List<Asked> there =
                    asked.stream().filter(one -> one.hub() == number).toList();
            long lastAnswer = there.stream()
                    .filter(one -> one.fault().isEmpty())
                    .mapToLong(Asked::ended)
                    .max()
                    .orElseThrow();
            long firstRefusal = there.stream()
                    .filter(one -> !one.fault().isEmpty())
                    .mapToLong(Asked::ended)
                    .min()
                    .orElseThrow();
            System.out.println("hub " + hub + " gave its last answer "
                    + Duration.ofNanos(lastAnswer - revokedAt).toMillis()
                    + " ms after the revocation was acknowledged");
            assertThat(Duration.ofNanos(lastAnswer - revokedAt)).isLessThan(Duration.ofSeconds(5));
            assertThat(there)
                    .filteredOn(one -> one.began() > firstRefusal)
                    .hasSizeGreaterThan(20)
                    .allMatch(one -> one.fault().contains("LTAX-QTS-1 was revoked on "));
        }
    }

    private record Asked(int hub, long began, long ended, String fault) {}

    private static long answers(Queue<Asked> asked, int hub) {
        return asked.stream()
                .filter(one -> one.hub() == hub && one.fault().isEmpty())
                .count();
    }

    /** The passwords of a city's systems are those of the hub that made them. */
    private static HubClient client(int hub) {
        return new HubClient(hubs.get(hub).base(), LTAX, founder.passwords().get(LTAX));
    }

    private static long answeredBy(Load load, String hub, long since) {
        return load.since(since)
                .filter(attempt -> attempt.hub().equals(hub))
                .filter(Attempt::isAcknowledged)
                .count();
    }
}
