package lingnan.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import lingnan.hub.access.Caller.Strength;
import lingnan.hub.access.CallerResolver.Credentials;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords and the callers they identify, on the embedded PostgreSQL. */
class PasswordsIT {

    private static final String HERE = "10.0.0.1";
    private static final List<SubsystemId> ALL = PasswordRefresh.subsystems(ShippedCity.snapshot());
    private static final SubsystemId AIC = SubsystemId.parse("GZ/GOV/AIC/ENT");

    private static Path data;
    private static HubDatabase database;
    private static DataSource source;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2009-11-10T01:00:00Z"));
    private final Catalog catalog = new Shipped();
    private final List<Entry> acts = new ArrayList<>();
    private Passwords passwords;
    private CallerResolver resolver;

    @BeforeAll
    static void start() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "passwords");
        database = HubDatabase.open(StorageSettings.of(data));
        source = database.as(Role.HUB);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void firstStart() throws IOException {
        JdbcClient.create(source).sql("delete from access.credential").update();
        Files.deleteIfExists(file());
        passwords = new Passwords(source, StorageSettings.of(data), acts::add);
        passwords.provide(ALL);
        resolver = new BasicCallerResolver(catalog, passwords, BusinessClock.real(), new MovingClock(now::get));
    }

    @Test
    void makesAPasswordForEachSystemAndWritesItOnceForTheOperatorOnly() throws IOException {
        Map<String, String> written = written();

        assertThat(written.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().map(SubsystemId::toString).toList());
        assertThat(written.values()).doesNotHaveDuplicates().allMatch(password -> password.matches("[a-z2-9]{24}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(JdbcClient.create(source)
                        .sql("select hash from access.credential")
                        .query(String.class)
                        .list())
                .hasSameSizeAs(ALL)
                .noneMatch(hash -> written.values().stream().anyMatch(hash::contains));

        passwords.provide(ALL);
        assertThat(written()).isEqualTo(written);
        assertThat(acts)
                .singleElement()
                .satisfies(act -> assertThat(act.kind()).isEqualTo(EntryKind.ADMINISTERED))
                .extracting(act -> act.facts().get(Fact.DETAIL))
                .asString()
                .contains(written.keySet())
                .doesNotContain(written.values());
    }

    @Test
    void changesNothingThatCannotBeLogged() throws IOException {
        String password = written().get(AIC.toString());
        Passwords mute = new Passwords(source, StorageSettings.of(data), act -> {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "");
        });

        assertThatThrownBy(() -> mute.set("somebody", AIC, "another password")).isInstanceOf(HubFault.class);

        assertThat(resolver.resolve(basic("AIC", password))).isPresent();
    }

    @Test
    void identifiesASystemByItsIdOrItsAgency() throws IOException {
        String password = written().get(AIC.toString());

        assertThat(resolver.resolve(basic("GZ/GOV/AIC/ENT", password)))
                .contains(new Caller(AIC, Strength.AUTHENTICATED));
        assertThat(resolver.resolve(basic("AIC", password))).contains(new Caller(AIC, Strength.AUTHENTICATED));
    }

    @Test
    void identifiesNobodyByWrongCredentials() throws IOException {
        String password = written().get(AIC.toString());
        for (Credentials wrong : List.of(
                basic("AIC", password + "x"),
                basic("AIC", ""),
                basic("PSB", password),
                basic("GZ/GOV/AIC/OTHER", password),
                basic("GZ/COM/AIC/ENT", password),
                basic("SZ/GOV/AIC/ENT", password),
                basic("NOBODY", password),
                basic("aic", password),
                basic("' or 1=1 --", password),
                new Credentials(null, HERE))) {
            assertThat(resolver.resolve(wrong)).as(wrong.toString()).isEmpty();
        }
    }

    @Test
    void takesLongToTryAPasswordThatSomebodyChoseAndRemembersARightOne() {
        passwords.set("somebody", AIC, "chosen by a person");
        Credentials right = basic("AIC", "chosen by a person");
        long first = nanos(() -> resolver.resolve(right));
        long next = nanos(() -> resolver.resolve(right));

        assertThat(Duration.ofNanos(first)).isGreaterThan(Duration.ofMillis(5));
        assertThat(Duration.ofNanos(next)).isLessThan(Duration.ofNanos(first).dividedBy(4));
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(11)));
        assertThat(Duration.ofNanos(nanos(() -> resolver.resolve(right)))).isGreaterThan(Duration.ofMillis(5));
    }

    @Test
    void aChangedPasswordCountsAtOnce() throws IOException {
        String old = written().get(AIC.toString());
        assertThat(resolver.resolve(basic("AIC", old))).isPresent();

        passwords.set("somebody", AIC, "新密码-𠮷-0123456");
        assertThat(acts.get(1).facts())
                .isEqualTo(Map.of(Fact.ACTOR, "somebody", Fact.DETAIL, "the password of GZ/GOV/AIC/ENT was set"));

        assertThat(resolver.resolve(basic("AIC", old))).isEmpty();
        assertThat(resolver.resolve(basic("AIC", "新密码-𠮷-0123456"))).isPresent();
    }

    @Test
    void aPasswordChangedOnAnotherHubCountsAfterTheNextReading() throws IOException {
        String old = written().get(AIC.toString());
        assertThat(resolver.resolve(basic("AIC", old))).isPresent();

        new Passwords(source, StorageSettings.of(data), acts::add).set("somebody", AIC, "changed elsewhere");
        passwords.provide(ALL);

        assertThat(resolver.resolve(basic("AIC", old))).isEmpty();
        assertThat(resolver.resolve(basic("AIC", "changed elsewhere"))).isPresent();
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        assertThatThrownBy(() -> passwords.set("somebody", AIC, "short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRowCopiedFromAnotherHubIdentifiesNobody() throws IOException {
        String password = written().get(AIC.toString());
        Path elsewhere = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "elsewhere");
        Passwords other = new Passwords(source, StorageSettings.of(elsewhere), acts::add);
        other.provide(ALL);
        CallerResolver there = new BasicCallerResolver(catalog, other, BusinessClock.real(), new MovingClock(now::get));

        assertThat(there.resolve(basic("AIC", password))).isEmpty();
        assertThat(elsewhere.resolve("initial-passwords.txt")).doesNotExist();
        JdbcClient.create(source)
                .sql("update access.credential set pepper = ?")
                .param(pepperOf(elsewhere))
                .update();
        other.provide(ALL);
        assertThat(other.hashOf(AIC)).isPresent();
        assertThat(there.resolve(basic("AIC", password))).isEmpty();
    }

    @Test
    void aGuesserIsHeldUpAndTheSystemItselfIsNot() throws IOException {
        String password = written().get(AIC.toString());
        for (int i = 0; i < 5; i++) {
            assertThat(resolver.resolve(basic("AIC", "guess " + i))).isEmpty();
        }

        assertThat(resolver.resolve(basic("AIC", password))).as("held up").isEmpty();
        assertThat(resolver.resolve(new Credentials(basic("AIC", password).authorization(), "10.0.0.2")))
                .as("another address")
                .isPresent();
        assertThat(resolver.resolve(basic("AIC", password)))
                .as("remembered by now")
                .isPresent();
    }

    private static String pepperOf(Path folder) {
        return new PasswordHashes(StorageSettings.of(folder).secretFiles().bytes("password-pepper", 32)).pepperId();
    }

    private static Path file() {
        return data.resolve("initial-passwords.txt");
    }

    private static Map<String, String> written() throws IOException {
        return Files.readAllLines(file()).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    private static Credentials basic(String user, String password) {
        byte[] text = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(text), HERE);
    }

    private static long nanos(Supplier<Optional<Caller>> work) {
        long start = System.nanoTime();
        assertThat(work.get()).isPresent();
        return System.nanoTime() - start;
    }
}
