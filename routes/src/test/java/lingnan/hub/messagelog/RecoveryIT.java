package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.Randomness;
import lingnan.hub.messagelog.MessageLog.AppendOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a hub left open is closed by its next life or by another hub; what it spooled is folded in once. */
class RecoveryIT {

    private static LogBench bench;

    @BeforeAll
    static void start() {
        bench = new LogBench("recovery");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static List<EntryKind> kinds(MessageId message) {
        return bench.running.traces().entries(message).stream()
                .map(LoggedEntry::kind)
                .toList();
    }

    private static void call(MessageId message, EntryKind kind, long version) {
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(bench.database.as(Role.HUB)));
        AppendOutcome outcome = transaction.execute(status -> bench.running
                .log()
                .append(
                        "interaction",
                        message.toString(),
                        version,
                        new Entry(kind, message, Instant.now(), Map.of(), List.of(), List.of())));
        assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
    }

    @Test
    void closesWhatWasOpenAndLeavesWhatTheRelayWillCarryOn() {
        MessageId open = LogBench.id();
        MessageId closed = LogBench.id();
        MessageId waiting = LogBench.id();
        MessageId calling = LogBench.id();
        MessageId deferred = LogBench.id();
        LogPosition from = bench.append(LogBench.accepted(open, Modes.SYNCHRONOUS));
        bench.append(LogBench.accepted(closed, Modes.SYNCHRONOUS));
        bench.append(LogBench.answered(closed));
        for (MessageId message : List.of(waiting, calling, deferred)) {
            bench.append(LogBench.accepted(message, Modes.ASYNCHRONOUS));
        }
        call(calling, EntryKind.CALLING, 0);
        call(deferred, EntryKind.CALLING, 0);
        call(deferred, EntryKind.DEFERRED, 1);

        bench.running.close();
        bench.running = bench.start(bench.settings);

        assertThat(kinds(open)).containsExactly(EntryKind.ACCEPTED, EntryKind.IN_DOUBT);
        assertThat(kinds(closed)).containsExactly(EntryKind.ACCEPTED, EntryKind.ANSWERED);
        assertThat(kinds(waiting)).containsExactly(EntryKind.ACCEPTED);
        assertThat(kinds(calling)).containsExactly(EntryKind.ACCEPTED, EntryKind.CALLING, EntryKind.IN_DOUBT);
        assertThat(kinds(deferred)).containsExactly(EntryKind.ACCEPTED, EntryKind.CALLING, EntryKind.DEFERRED);
        List<LoggedEntry> relayed = bench.running.cursors().asynchronous(from.lane(), from.position() - 1, 100);
        assertThat(relayed)
                .extracting(LoggedEntry::message)
                .contains(waiting, deferred)
                .doesNotContain(calling, open);
    }

    @Test
    void foldsSpooledEntriesInOnceWithTheirOriginalTime() {
        MessageId message = LogBench.id();
        bench.append(LogBench.accepted(message, Modes.SYNCHRONOUS));
        bench.running.log().spool(LogBench.answered(message));

        await().atMost(Duration.ofSeconds(10)).until(() -> kinds(message).size() == 2);
        LoggedEntry folded = bench.running.traces().entries(message).get(1);
        assertThat(folded.facts()).containsKey("original_time");

        // The same record again, as after a kill between append and deletion.
        Entry again = LogBench.answered(message);
        bench.running
                .log()
                .spool(new Entry(
                        again.kind(),
                        message,
                        again.businessTime(),
                        Map.of(
                                Fact.OUTCOME,
                                "answered",
                                Fact.ORIGINAL_TIME,
                                folded.facts().get("original_time")),
                        again.bodies(),
                        again.keys()));
        MessageId other = LogBench.id();
        bench.running.log().spool(LogBench.answered(other));
        await().atMost(Duration.ofSeconds(10)).until(() -> !kinds(other).isEmpty());
        assertThat(kinds(message)).hasSize(2);
    }

    /** As when the commit of an answer was thought lost and had succeeded. */
    @Test
    void foldsNoSecondCloseIn() {
        MessageId message = LogBench.id();
        bench.append(LogBench.accepted(message, Modes.SYNCHRONOUS));
        bench.append(LogBench.answered(message));
        bench.running
                .log()
                .spool(new Entry(
                        EntryKind.IN_DOUBT,
                        message,
                        Instant.now(),
                        Map.of(Fact.OUTCOME, "in_doubt"),
                        List.of(),
                        List.of()));
        MessageId other = LogBench.id();
        bench.running.log().spool(LogBench.answered(other));

        await().atMost(Duration.ofSeconds(10)).until(() -> !kinds(other).isEmpty());
        assertThat(kinds(message)).containsExactly(EntryKind.ACCEPTED, EntryKind.ANSWERED);
    }

    @Test
    void twoHubsWriteAtOnceEachOnItsOwnLane() {
        StorageSettings second = new StorageSettings(
                LogBench.fresh("second").toString(),
                bench.settings.directory().resolve("secrets").toString(),
                bench.settings.db());
        MessageId left = LogBench.id();
        String lane;
        try (RunningLog other = bench.start(second)) {
            lane = other.edge().lane();
            assertThat(lane).isNotEqualTo(bench.running.edge().lane());
            List<CompletableFuture<LogPosition>> appends = IntStream.range(0, 400)
                    .boxed()
                    .flatMap(i -> Stream.of(bench.running, other)
                            .map(log -> log.log().append(LogBench.accepted(LogBench.id(), Modes.ASYNCHRONOUS))))
                    .toList();
            CompletableFuture.allOf(appends.toArray(CompletableFuture[]::new)).join();
            other.log().append(LogBench.accepted(left, Modes.SYNCHRONOUS)).join();
            assertThat(appends.stream()
                            .map(CompletableFuture::join)
                            .map(LogPosition::lane)
                            .distinct())
                    .hasSize(2);
        }
        // Copies into its files what the other made last, as it does every ten seconds.
        bench.running.checkpoints().make();
        assertThat(LogAccess.to(bench.database, bench.settings)
                        .verifier()
                        .verify()
                        .findings())
                .isEmpty();

        // Its lease ran out long ago: the living hub closes what it left and frees its lane.
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(75))
                .until(() -> kinds(left).size() == 2);
        await().atMost(Duration.ofSeconds(10)).until(() -> new JdbcTemplate(bench.database.as(Role.HUB))
                .queryForObject("select holder is null from messagelog.lane where lane = ?", Boolean.class, lane));
    }

    @Test
    void oneOfTwoTwinsIsFirst() {
        Idempotency idempotency = bench.running.idempotency();
        byte[] key = Randomness.bytes(32);
        byte[] body = Randomness.bytes(32);
        MessageId first = LogBench.id();
        assertThat(idempotency.claim(key, body, first, Duration.ofMinutes(1))).isEqualTo(new Idempotency.Claim.First());
        assertThat(idempotency.claim(key, body, LogBench.id(), Duration.ofMinutes(1)))
                .isEqualTo(new Idempotency.Claim.TwinRunning(first));
        assertThat(idempotency.complete(key, first, Duration.ofMinutes(10))).isTrue();
        assertThat(idempotency.claim(key, body, LogBench.id(), Duration.ofMinutes(1)))
                .isEqualTo(new Idempotency.Claim.Answered(first));
        assertThat(idempotency.claim(key, Randomness.bytes(32), LogBench.id(), Duration.ofMinutes(1)))
                .isEqualTo(new Idempotency.Claim.Mismatch(first));
        assertThat(idempotency.complete(key, first, Duration.ZERO)).isTrue();
        assertThat(idempotency.claim(key, body, LogBench.id(), Duration.ofMinutes(1)))
                .isEqualTo(new Idempotency.Claim.First());
    }

    @Test
    void cursorIsHeldByOneHubAndNeverGoesBack() {
        Cursors cursors = bench.running.cursors();
        Cursors.Held held = cursors.take("ask", "edge-7", Duration.ofMinutes(1)).orElseThrow();
        Cursors other = new JdbcCursors(
                bench.database.as(Role.HUB), new Vault(new LogKeys(new byte[32])), java.util.UUID.randomUUID());
        assertThat(other.take("ask", "edge-7", Duration.ofMinutes(1))).isEmpty();
        assertThat(cursors.advance(held, 10)).isTrue();
        assertThat(cursors.advance(held, 5)).isTrue();
        assertThat(cursors.take("ask", "edge-7", Duration.ZERO).orElseThrow().position())
                .isEqualTo(10);
        assertThat(other.take("ask", "edge-7", Duration.ofMinutes(1))
                        .orElseThrow()
                        .position())
                .isEqualTo(10);
        assertThat(cursors.advance(held, 20)).isFalse();
    }
}
