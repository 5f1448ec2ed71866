package lingnan.hub.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lingnan.hub.publication.StateBench.NOON;
import static lingnan.hub.publication.StateBench.PROJECTS;
import static lingnan.hub.publication.StateBench.PROVIDER;
import static lingnan.hub.publication.StateBench.adding;
import static lingnan.hub.publication.StateBench.order;
import static lingnan.hub.publication.StateBench.project;
import static lingnan.hub.publication.StateBench.projects;
import static lingnan.hub.publication.StateBench.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Key;
import lingnan.hub.publication.StateLoader.Order;
import lingnan.hub.publication.StateLoader.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load says of itself is so: as of when the state is, and whether it was loaded. */
class LoadOutcomesIT {

    @TempDir
    static Path folder;

    private static StateBench bench;

    /** Where a connection to the real database fails. */
    private enum Failure {
        SWEEP,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    @BeforeAll
    static void start() throws IOException {
        bench = new StateBench(folder);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void begin() throws IOException {
        bench.load(order(false, true, read -> {}), NOON, project("P-1", "先来"));
    }

    private static Instant asOf() {
        return bench.states.all().get(0).asOf();
    }

    @Test
    void isAsOfTheTimeUpToWhichAllChangesWereAdded() throws IOException {
        Path changes = bench.file(NOON.plusSeconds(10), project("P-2", "另加"), "UTF-8");
        Order all = new Order(true, false, Optional.of(NOON.plusSeconds(90)), "tester", read -> {});

        assertThat(bench.load(all, changes))
                .isInstanceOfSatisfying(Outcome.Loaded.class, loaded -> assertThat(loaded.asOf())
                        .isEqualTo(NOON.plusSeconds(90)));
        assertThat(asOf()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void addsNothingThatIsOlderThanWhatWasAdded() throws IOException {
        bench.load(adding(), NOON.plusSeconds(60), project("P-2", "新"));

        assertThat(bench.load(adding(), NOON.plusSeconds(30), project("P-2", "旧")))
                .isEqualTo(new Outcome.Older(NOON.plusSeconds(60), NOON.plusSeconds(30)));
        assertThat(asOf()).isEqualTo(NOON);
        assertThat(bench.found("projectName", "新")).hasSize(1);
    }

    @Test
    void knowsByASimulatedClockWhatIsToCome() throws IOException {
        BusinessClock noon = BusinessClock.simulated(Clock.fixed(NOON, BusinessClock.ZONE));
        try (StateLoader loader = StateLoader.to(bench.database, bench.log, noon)) {
            List<Path> nextDay = List.of(bench.file(Instant.parse("2009-11-09T16:00:00Z"), "", "UTF-8"));
            List<Path> evening = List.of(bench.file(Instant.parse("2009-11-09T15:59:59Z"), "", "UTF-8"));

            assertThat(loader.load(PROJECTS, PROVIDER, nextDay, replacing())).isInstanceOf(Outcome.Unsound.class);
            assertThat(loader.load(PROJECTS, PROVIDER, evening, replacing()))
                    .isInstanceOfSatisfying(Outcome.Loaded.class, loaded -> assertThat(bench.log
                                    .traces()
                                    .entries(loaded.message())
                                    .get(0)
                                    .businessTime())
                            .isEqualTo(NOON));
        }
    }

    @Test
    void findsNoMoreThanIsToBeRead() throws IOException {
        bench.load(replacing(), NOON, projects("A-", 30, "同名") + projects("B-", 3, "同名"));
        List<Key> key = List.of(new Key("projectName", "同名", false));

        assertThat(bench.states.find(PROJECTS, key, 3, 33, LoadOutcomesIT::isB))
                .hasValueSatisfying(found -> assertThat(found.records()).hasSize(3))
                .hasValueSatisfying(found -> assertThat(found.isMore()).isFalse());
        assertThat(bench.states.find(PROJECTS, key, 2, 33, LoadOutcomesIT::isB))
                .hasValueSatisfying(found -> assertThat(found.records()).hasSize(2))
                .hasValueSatisfying(found -> assertThat(found.isMore()).isTrue());
        assertThat(bench.states.find(PROJECTS, key, 3, 32, LoadOutcomesIT::isB))
                .as("there may be more")
                .hasValueSatisfying(found -> assertThat(found.isMore()).isTrue());
    }

    private static boolean isB(byte[] record) {
        return new String(record, UTF_8).contains(">B-");
    }

    @Test
    void isLoadedThoughWhatItReplacedCouldNotBeDeleted() throws Exception {
        try (StateLoader loader = failing(Failure.SWEEP)) {
            Path file = bench.file(NOON, project("P-2", "后来"), "UTF-8");

            assertThat(loader.load(PROJECTS, PROVIDER, List.of(file), replacing()))
                    .isInstanceOf(Outcome.Loaded.class);
        }
        assertThat(bench.found("projectName", "后来")).hasSize(1);
        assertThat(bench.found("projectName", "先来")).isEmpty();
        assertThat(bench.rows()).isEqualTo(2);
        bench.load(replacing(), NOON, "");
        assertThat(bench.rows()).as("the next load has deleted it").isZero();
    }

    @Test
    void isLoadedThoughTheDatabaseCouldNotSaySo() throws Exception {
        try (StateLoader loader = failing(Failure.AFTER_COMMIT)) {
            Path file = bench.file(NOON, project("P-2", "后来"), "UTF-8");
            Path next = bench.file(NOON, project("P-3", "再来"), "UTF-8");

            assertThat(loader.load(PROJECTS, PROVIDER, List.of(file), replacing()))
                    .isInstanceOfSatisfying(Outcome.Loaded.class, loaded -> assertThat(
                                    bench.log.traces().entries(loaded.message()))
                            .hasSize(1));
            assertThat(bench.found("projectName", "后来")).hasSize(1);
            assertThat(loader.load(PROJECTS, PROVIDER, List.of(next), adding()))
                    .as("by another connection")
                    .isInstanceOf(Outcome.Loaded.class);
        }
    }

    @Test
    void isNotLoadedIfTheDatabaseDiedBeforeItsCommit() throws Exception {
        try (StateLoader loader = failing(Failure.BEFORE_COMMIT)) {
            List<Path> file = List.of(bench.file(NOON, project("P-2", "后来"), "UTF-8"));

            assertThatThrownBy(() -> loader.load(PROJECTS, PROVIDER, file, replacing()))
                    .isInstanceOfSatisfying(
                            HubFault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.LOG_UNAVAILABLE))
                    .hasMessageContaining("cannot be loaded");
            assertThat(bench.found("projectName", "先来")).hasSize(1);
            assertThat(loader.load(PROJECTS, PROVIDER, file, replacing())).isInstanceOf(Outcome.Loaded.class);
        }
    }

    /** Its first connection fails there; those after it do not. */
    private static StateLoader failing(Failure failure) throws SQLException {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return new StateLoader(
                () -> {
                    Connection real = bench.database.dedicated(Role.HUB);
                    return isFirst.getAndSet(false) ? failing(real, failure) : real;
                },
                bench.log,
                BusinessClock.real());
    }

    private static Connection failing(Connection real, Failure failure) {
        AtomicBoolean isCommitted = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                LoadOutcomesIT.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        if (failure == Failure.BEFORE_COMMIT) {
                            real.close();
                            throw new SQLException("the connection is gone", "08006");
                        }
                        real.commit();
                        isCommitted.set(true);
                        if (failure == Failure.AFTER_COMMIT) {
                            real.close();
                            throw new SQLException("the connection is gone", "08006");
                        }
                        return null;
                    }
                    if (failure == Failure.SWEEP
                            && isCommitted.get()
                            && method.getName().equals("prepareStatement")
                            && String.valueOf(arguments[0]).startsWith("delete")) {
                        throw new SQLException("canceling statement due to statement timeout", "57014");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
