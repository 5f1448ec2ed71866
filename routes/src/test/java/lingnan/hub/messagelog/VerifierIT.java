package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import lingnan.hub.database.Tampering;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Verifier.Finding;
import lingnan.hub.messagelog.Verifier.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of laying hands on the log is found at its place. Each tampering is undone again. */
class VerifierIT {

    private static LogBench bench;
    private static MessageId erased;

    @BeforeAll
    static void start() throws Exception {
        bench = new LogBench("verify");
        for (int i = 0; i < 20; i++) {
            MessageId message = LogBench.id();
            bench.append(LogBench.accepted(message, Modes.SYNCHRONOUS));
            bench.append(LogBench.answered(message));
        }
        bench.running.checkpoints().make();
        erased = LogBench.id();
        bench.append(LogBench.accepted(erased, Modes.SYNCHRONOUS));
        bench.append(LogBench.answered(erased));
        bench.running.checkpoints().make();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static Verification verify() {
        return LogAccess.to(bench.database, bench.settings).verifier().verify();
    }

    @Test
    void soundLogVerifiesAndLawfulErasureToo() {
        Verification before = verify();
        assertThat(before.findings()).isEmpty();
        assertThat(before.checkpoints()).isGreaterThanOrEqualTo(2);

        int gone = LogAccess.to(bench.database, bench.settings).eraser().erase(erased, "clerk", "court order");

        assertThat(gone).isEqualTo(5);
        Verification after = verify();
        assertThat(after.findings()).isEmpty();
        assertThat(after.erased()).isEqualTo(5);
        assertThat(after.entries()).isEqualTo(before.entries() + 1);
        List<LoggedEntry> left = bench.running.traces().entries(erased);
        assertThat(left)
                .extracting(LoggedEntry::kind)
                .containsExactly(EntryKind.ACCEPTED, EntryKind.ANSWERED, EntryKind.ERASED);
        assertThat(left.get(0).bodies()).isEmpty();
        assertThat(left.get(0).erased()).isEqualTo(4);
    }

    static Stream<Arguments> tamperings() {
        String at = " where lane = 'edge-1' and position = 7";
        String part = at + " and n = 1";
        return Stream.of(
                Arguments.of("entry", "kind", "update messagelog.entry set kind = 6" + at, 7),
                Arguments.of("entry", "format", "update messagelog.entry set format = 2" + at, 7),
                Arguments.of("entry", "message", "update messagelog.entry set message = gen_random_uuid()" + at, 7),
                Arguments.of(
                        "entry",
                        "time",
                        "update messagelog.entry set appended_at = appended_at + interval '1 microsecond'" + at,
                        7),
                Arguments.of(
                        "entry",
                        "business",
                        "update messagelog.entry set business_time = business_time - interval '1 microsecond'" + at,
                        7),
                Arguments.of(
                        "entry",
                        "facts",
                        "update messagelog.entry set facts = facts || '{\"client\": \"GZ/GOV/PSB/POP\"}'" + at,
                        7),
                Arguments.of(
                        "entry", "fact type", "update messagelog.entry set facts = facts || '{\"detail\": 1}'" + at, 7),
                Arguments.of("entry", "stream", "update messagelog.entry set stream = 'x', version = 1" + at, 7),
                Arguments.of(
                        "entry",
                        "bodies",
                        "update messagelog.entry set bodies = set_byte(bodies, 5, get_byte(bodies, 5) # 1)" + at,
                        7),
                Arguments.of(
                        "entry",
                        "keys",
                        "update messagelog.entry set keys = set_byte(keys, 5, get_byte(keys, 5) # 1)" + at,
                        7),
                Arguments.of(
                        "entry",
                        "leaf",
                        "update messagelog.entry set leaf = set_byte(leaf, 0, get_byte(leaf, 0) # 1)" + at,
                        7),
                Arguments.of(
                        "entry",
                        "chain",
                        "update messagelog.entry set chain = set_byte(chain, 31, get_byte(chain, 31) # 1)" + at,
                        7),
                Arguments.of("entry", "lane", "update messagelog.entry set lane = 'edge-9'" + at, 7),
                Arguments.of("entry", "deleted", "delete from messagelog.entry" + at, 7),
                Arguments.of(
                        "entry",
                        "swapped",
                        "update messagelog.entry set position = case position when 7 then 9 else 7 end where lane = 'edge-1' and position in (7, 9)",
                        7),
                Arguments.of(
                        "body",
                        "content",
                        "update messagelog.body set content = set_byte(content, 40, get_byte(content, 40) # 1)" + part,
                        7),
                Arguments.of(
                        "body",
                        "salt",
                        "update messagelog.body set salt = set_byte(salt, 3, get_byte(salt, 3) # 1)" + part,
                        7),
                Arguments.of("body", "role", "update messagelog.body set role = 5" + part, 7),
                Arguments.of("body", "type", "update messagelog.body set content_type = 'text/plain'" + part, 7),
                Arguments.of("body", "retention", "update messagelog.body set retention = 'other/2009-11'" + part, 7),
                Arguments.of(
                        "body",
                        "time",
                        "update messagelog.body set appended_at = appended_at + interval '1 microsecond'" + part,
                        7),
                Arguments.of("body", "order", "update messagelog.body set n = 3 - n" + at, 7),
                Arguments.of("body", "deleted", "delete from messagelog.body" + part, 7),
                Arguments.of(
                        "body",
                        "inserted",
                        "insert into messagelog.body select lane, position, 2, appended_at, role, retention, content_type, salt, content from messagelog.body"
                                + part,
                        7),
                Arguments.of(
                        "key",
                        "clear lookup",
                        "update messagelog.search_key set lookup = '440199100000099'" + at + " and n = 0",
                        7),
                Arguments.of(
                        "key", "keyed lookup", "update messagelog.search_key set lookup = 'f' || lookup" + part, 7),
                Arguments.of(
                        "key",
                        "clear value",
                        "update messagelog.search_key set value = set_byte(value, 3, 57)" + at + " and n = 0",
                        7),
                Arguments.of(
                        "key",
                        "sealed value",
                        "update messagelog.search_key set value = set_byte(value, 20, get_byte(value, 20) # 1)" + part,
                        7),
                Arguments.of(
                        "key",
                        "salt",
                        "update messagelog.search_key set salt = set_byte(salt, 3, get_byte(salt, 3) # 1)" + part,
                        7),
                Arguments.of("key", "type", "update messagelog.search_key set type = 'name'" + part, 7),
                Arguments.of("key", "person", "update messagelog.search_key set person = false" + part, 7),
                Arguments.of(
                        "key", "message", "update messagelog.search_key set message = gen_random_uuid()" + part, 7),
                Arguments.of("key", "deleted", "delete from messagelog.search_key" + part, 7),
                Arguments.of(
                        "head",
                        "chain",
                        "update messagelog.lane set head = set_byte(head, 0, get_byte(head, 0) # 1) where lane = 'edge-1'",
                        42),
                Arguments.of(
                        "head",
                        "tail cut in both",
                        "with cut as (delete from messagelog.entry where lane = 'edge-1' and position > 40) update messagelog.lane set position = 40, head = (select chain from messagelog.entry where lane = 'edge-1' and position = 40) where lane = 'edge-1'",
                        41));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("tamperings")
    void namesTheFirstBadPlace(String where, String what, String sql, long position) throws Exception {
        try (Tampering tampering = Tampering.with(bench.database, List.of("entry", "body", "search_key", "lane"))) {
            tampering.execute(sql);

            List<Finding> findings = verify().findings();

            assertThat(findings)
                    .filteredOn(f -> f.lane().equals("edge-1"))
                    .first()
                    .satisfies(first ->
                            assertThat(first.position()).as(first.what()).isEqualTo(position));
        }
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void findsCheckpointsThatWereCutForgedOrChanged() throws Exception {
        for (String sql : List.of(
                "delete from messagelog.checkpoint where number = (select max(number) from messagelog.checkpoint)",
                "delete from messagelog.checkpoint where number = 1",
                "update messagelog.checkpoint set signature = set_byte(signature, 9, get_byte(signature, 9) # 1) where number = 1",
                "update messagelog.checkpoint set content = set_byte(content, 60, get_byte(content, 60) # 1) where number = 1",
                "update messagelog.checkpoint set made_at = made_at + interval '1 microsecond' where number = 1")) {
            try (Tampering tampering = Tampering.with(bench.database, List.of("checkpoint"))) {
                tampering.execute(sql);
                assertThat(verify().findings())
                        .as(sql)
                        .extracting(Finding::lane)
                        .contains("checkpoints");
            }
        }
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void findsHubsOwnFileChangedOrCutInTheMiddle() throws Exception {
        Path directory = bench.data.resolve("checkpoints");
        Path file;
        try (Stream<Path> files = Files.list(directory)) {
            file = files.filter(each -> each.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> whole = Files.readAllLines(file);
        Files.write(file, whole.subList(1, whole.size()));
        assertThat(verify().findings()).extracting(Finding::lane).contains("checkpoints");
        Files.write(file, whole);
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void findsThatAllOfHubsOwnFilesAreGone() throws Exception {
        Path directory = bench.data.resolve("checkpoints");
        Path away = bench.data.resolve("taken-away");
        Files.move(directory, away);
        try {
            assertThat(verify().findings())
                    .extracting(Finding::lane, Finding::what)
                    .containsExactly(tuple("checkpoints", "the hub's files hold no checkpoint, but 2 were issued"));
        } finally {
            Files.move(away, directory);
        }
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void rolesCannotChangeWhatIsLogged() throws Exception {
        for (String sql : List.of(
                "update messagelog.entry set kind = 6",
                "delete from messagelog.entry",
                "delete from messagelog.body",
                "update messagelog.body set salt = salt",
                "delete from messagelog.checkpoint",
                "truncate messagelog.entry")) {
            try (Connection connection = bench.database.dedicated(lingnan.hub.database.Role.HUB);
                    Statement statement = connection.createStatement()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
