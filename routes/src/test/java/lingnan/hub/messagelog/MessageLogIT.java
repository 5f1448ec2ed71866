package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.MessageLog.AppendOutcome;
import lingnan.hub.messagelog.Traces.Summary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appending and reading on the embedded PostgreSQL. */
class MessageLogIT {

    private static LogBench bench;

    @BeforeAll
    static void start() {
        bench = new LogBench("log");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void readsBackWhatWasAppendedByteForByte() {
        MessageId message = LogBench.id();
        Entry accepted = LogBench.accepted(message, Modes.SYNCHRONOUS);
        LogPosition position = bench.append(accepted);
        bench.append(LogBench.answered(message));

        List<LoggedEntry> entries = bench.running.traces().entries(message);

        assertThat(entries).extracting(LoggedEntry::kind).containsExactly(EntryKind.ACCEPTED, EntryKind.ANSWERED);
        LoggedEntry first = entries.get(0);
        assertThat(first.position()).isEqualTo(position);
        assertThat(first.facts()).isEqualTo(accepted.factsInOrder());
        assertThat(first.keys()).isEqualTo(accepted.keys());
        assertThat(first.bodies())
                .extracting(MessageLogIT::text)
                .isEqualTo(accepted.bodies().stream().map(MessageLogIT::text).toList());
        assertThat(first.erased()).isZero();
        assertThat(bench.running.traces().body(message, Body.Role.ANSWER_SENT)).isPresent();
    }

    @Test
    void findsMessageByAnyOfItsKeysHoweverTyped() {
        MessageId message = LogBench.id();
        Entry plain = LogBench.accepted(message, Modes.SYNCHRONOUS);
        List<Key> keys = new ArrayList<>(plain.keys());
        keys.add(new Key("name", "阿迪力·买买提（" + message + "）", false));
        bench.append(new Entry(plain.kind(), message, plain.businessTime(), plain.facts(), plain.bodies(), keys));
        bench.append(LogBench.answered(message));
        String citizenId = plain.keys().get(1).value();
        StringBuilder fullWidth = new StringBuilder();
        citizenId.toUpperCase(java.util.Locale.ROOT).chars().forEach(c -> fullWidth.append((char) (c - '!' + '！')));

        for (String typed : List.of(
                message.toString(),
                plain.keys().get(0).value(),
                citizenId,
                " " + citizenId.substring(0, 6) + " " + citizenId.substring(6).toUpperCase(java.util.Locale.ROOT),
                fullWidth.toString(),
                "阿迪力•买买提(" + message + ")")) {
            assertThat(bench.running.traces().find(typed, 10))
                    .as(typed)
                    .extracting(Summary::message)
                    .containsExactly(message);
        }
        Summary line = bench.running.traces().find(citizenId, 1).get(0);
        assertThat(line.client()).isEqualTo("GZ/GOV/LRH/COUNTER");
        assertThat(line.outcome()).isEqualTo("answered");
        assertThat(bench.running.traces().find("440199000000000000", 10)).isEmpty();
        assertThat(bench.running.traces().newest(5))
                .extracting(Summary::message)
                .contains(message);
    }

    @Test
    void givesSixtyFourCallersGaplessPlacesInOrder() throws InterruptedException {
        ConcurrentLinkedQueue<LogPosition> given = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(64);
        for (int caller = 0; caller < 64; caller++) {
            callers.execute(() -> {
                long last = 0;
                for (int i = 0; i < 20; i++) {
                    LogPosition position = bench.append(LogBench.accepted(LogBench.id(), Modes.ASYNCHRONOUS));
                    assertThat(position.position()).isGreaterThan(last);
                    last = position.position();
                    given.add(position);
                }
            });
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(given).hasSize(64 * 20);
        assertThat(given).extracting(LogPosition::position).doesNotHaveDuplicates();
        long from = given.stream().mapToLong(LogPosition::position).min().orElseThrow() - 1;
        List<LoggedEntry> read = bench.running.traces().after(given.peek().lane(), from, 1_000);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).position().position()).isEqualTo(from + 1 + i);
        }
    }

    /** Five keys has the subject with the most of them, a hundred records an answer. */
    @Test
    void takesAllKeysOfTheLargestAnswersOfManyCallersAtOnce() {
        List<CompletableFuture<LogPosition>> appended = new ArrayList<>();
        String last = "";
        for (int caller = 0; caller < 16; caller++) {
            MessageId message = LogBench.id();
            List<Key> keys = new ArrayList<>();
            for (int n = 0; n < 500; n++) {
                last = message + "-" + n;
                keys.add(new Key("citizenId", last, true));
            }
            appended.add(bench.running
                    .log()
                    .append(new Entry(
                            EntryKind.ANSWERED, message, java.time.Instant.now(), Map.of(), List.of(), keys)));
        }

        assertThat(CompletableFuture.allOf(appended.toArray(CompletableFuture[]::new)))
                .as("within the time after which the log gives up")
                .succeedsWithin(Limits.STANDARD.giveUpAfter());
        assertThat(bench.running.traces().find(last, 10)).hasSize(1);
    }

    @Test
    void keepsTextThatPostgresCannotHold() {
        MessageId message = LogBench.id();
        CompletableFuture<LogPosition> odd = bench.running
                .log()
                .append(new Entry(
                        EntryKind.REFUSED,
                        message,
                        java.time.Instant.now(),
                        Map.of(Fact.DETAIL, "NUL \0, half a pair \uD842, a whole one 𠮷"),
                        List.of(),
                        List.of(new Key("name", "x".repeat(5_000) + "\0", false))));
        odd.join();
        assertThat(bench.running.traces().entries(message).get(0).facts().get("detail"))
                .isEqualTo("NUL \uFFFD, half a pair \uFFFD, a whole one 𠮷");
    }

    @Test
    void appendsOnModuleLaneOnlyAtTheExpectedVersion() {
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(bench.database.as(lingnan.hub.database.Role.HUB)));
        MessageLog log = bench.running.log();
        String stream = LogBench.id().toString();
        Entry calling = LogBench.accepted(LogBench.id(), Modes.ASYNCHRONOUS);

        AppendOutcome first = transaction.execute(status -> log.append("interaction", stream, 0, calling));
        AppendOutcome twin = transaction.execute(status -> log.append("interaction", stream, 0, calling));
        AppendOutcome second = transaction.execute(status -> log.append("interaction", stream, 1, calling));
        AppendOutcome undone = transaction.execute(status -> {
            AppendOutcome outcome = log.append("interaction", stream, 2, calling);
            status.setRollbackOnly();
            return outcome;
        });

        assertThat(first).isInstanceOfSatisfying(AppendOutcome.Appended.class, a -> assertThat(a.version())
                .isEqualTo(1));
        assertThat(twin).isEqualTo(new AppendOutcome.Conflict(1));
        assertThat(second).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(undone).isInstanceOf(AppendOutcome.Appended.class);
        assertThat(bench.running.traces().after("interaction", 0, 100)).hasSize(2);
        assertThatThrownBy(() -> log.append("interaction", stream, 2, calling))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String text(Body body) {
        return body.role() + new String(body.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
