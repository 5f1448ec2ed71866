package lingnan.hub.grants;

import static lingnan.hub.grants.GrantBench.ENTERPRISES;
import static lingnan.hub.grants.GrantBench.LRH;
import static lingnan.hub.grants.GrantBench.TALK;
import static lingnan.hub.grants.GrantBench.done;
import static lingnan.hub.grants.GrantBench.giveAll;
import static lingnan.hub.grants.GrantBench.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Check;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubjectCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in force follows what was decided elsewhere, and nobody is allowed anything when it cannot. */
class CurrentGrantsIT {

    private static final AgencyCode LTAX = AgencyCode.of("LTAX");
    private static final SubjectCode ORGANISATIONS = SubjectCode.of("QTS-ORG-CODE");

    private static GrantBench bench;

    @BeforeAll
    static void start() {
        // Reading the city takes seconds, which are not to count as time without the database.
        assertThat(ShippedCity.snapshot().grants()).isNotEmpty();
        bench = new GrantBench("grants-in-force");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private record Files() implements Catalog {
        @Override
        public Snapshot current() {
            return ShippedCity.snapshot();
        }

        @Override
        public Check reload() {
            throw new UnsupportedOperationException("The shipped city does not change");
        }
    }

    @Test
    void everyHubFollowsWhatWasDecidedThroughAnother() {
        try (CurrentGrants one = started();
                CurrentGrants two = started()) {
            assertThat(one.of(LRH, ENTERPRISES)).isEmpty();
            GrantRequest request =
                    done(bench.on(TALK).request(LRH, ENTERPRISES, GrantBench.terms("FOLLOWED", TALK), of("LRH")));
            Grant given = done(bench.on(TALK).answer(request.id(), giveAll(), of("AIC")))
                    .given();
            for (CurrentGrants hub : new CurrentGrants[] {one, two}) {
                await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(hub.of(LRH, ENTERPRISES))
                        .containsExactly(given));
                assertThat(hub.all())
                        .contains(given)
                        .hasSize(ShippedCity.snapshot().grants().size() + 1);
            }

            bench.on(TALK).revoke(request.grantId(), "misused", of("AIC"));
            bench.on(TALK).revoke("LTAX-QTS-1", "misused", of("QTS"));
            for (CurrentGrants hub : new CurrentGrants[] {one, two}) {
                await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(hub.of(LTAX, ORGANISATIONS))
                        .noneMatch(grant -> grant.id().equals("LTAX-QTS-1")));
                assertThat(hub.of(LRH, ENTERPRISES)).isEmpty();
                assertThat(hub.revoked(LRH, ENTERPRISES)).containsExactly(new GrantsInForce.Revoked(given, TALK));
            }
        }
    }

    @Test
    void allowsNothingWhenItHasNotBeenConfirmedForFiveSeconds() {
        AtomicLong nanos = new AtomicLong(1);
        AtomicBoolean isAway = new AtomicBoolean();
        try (CurrentGrants grants = new CurrentGrants(
                new Files(),
                () -> {
                    if (isAway.get()) {
                        throw new SQLException("away");
                    }
                    return bench.database.dedicated(Role.HUB);
                },
                nanos::get)) {
            grants.start();
            assertThat(grants.of(LTAX, ENTERPRISES)).isNotEmpty();

            isAway.set(true);
            grants.disconnect();
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            assertThatThrownBy(() -> grants.of(LTAX, ENTERPRISES))
                    .isInstanceOfSatisfying(
                            HubFault.class, fault -> assertThat(fault.code()).isEqualTo(FaultCode.LOG_UNAVAILABLE));

            isAway.set(false);
            await().atMost(Duration.ofSeconds(5)).ignoreExceptions().untilAsserted(() -> assertThat(
                            grants.of(LTAX, ENTERPRISES))
                    .isNotEmpty());
        }
    }

    @Test
    void looksAgainWhateverWentWrongOnce() {
        AtomicInteger opened = new AtomicInteger();
        try (CurrentGrants grants = new CurrentGrants(
                new Files(),
                () -> {
                    if (opened.incrementAndGet() == 2) {
                        throw new IllegalStateException("nobody expected this");
                    }
                    return bench.database.dedicated(Role.HUB);
                },
                System::nanoTime)) {
            grants.start();
            grants.disconnect();
            await().atMost(Duration.ofSeconds(5)).until(() -> opened.get() >= 3);
            GrantRequest request =
                    done(bench.on(TALK).request(LRH, GrantBench.PEOPLE, GrantBench.people("AGAIN", TALK), of("LRH")));
            done(bench.on(TALK).answer(request.id(), giveAll(), of("PSB")));
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(grants.of(LRH, GrantBench.PEOPLE))
                    .extracting(Grant::id)
                    .contains(request.grantId()));
            bench.on(TALK).revoke(request.grantId(), "the other tests count", of("PSB"));
        }
    }

    private static CurrentGrants started() {
        CurrentGrants grants =
                new CurrentGrants(new Files(), () -> bench.database.dedicated(Role.HUB), System::nanoTime);
        grants.start();
        return grants;
    }
}
