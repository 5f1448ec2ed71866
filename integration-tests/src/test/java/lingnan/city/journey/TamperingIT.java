package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lingnan.city.HubCommand;
import lingnan.city.SimulatedAgency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever lays hands on the rows behind a running hub's back is found by {@code ./hub verify --live}, at the place. */
class TamperingIT {

    private static final List<String> TABLES = List.of("entry", "body", "search_key", "lane");
    private static final String AT = " where lane = 'edge-1' and position = 5";

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws Exception {
        town = Town.start(Town.Plan.of(folder, SimulatedAgency.QTS).with("--hub.log.checkpoint-seconds=1"));
        log = LiveLog.of(town.hub());
        for (int i = 0; i < 10; i++) {
            assertThat(town.ask(Town.LTAX, Questions.organisation()).records()).hasSize(1);
        }
        String newest = "select position from messagelog.lane where lane = 'edge-1'";
        String signed =
                "select max(made_at) > (select max(appended_at) from messagelog.entry) from messagelog.checkpoint";
        Await.until("a checkpoint covers what was asked", Duration.ofSeconds(30), () -> log.one(signed)
                .equals("t"));
        assertThat(Long.parseLong(log.one(newest))).isGreaterThanOrEqualTo(20);
        for (String table : TABLES) {
            log.change("create temp table saved_" + table + " as select * from messagelog." + table);
        }
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    @Test
    void soundLogVerifies() throws IOException {
        HubCommand.Result result = HubCommand.run(town.hub(), "verify", "--live");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("the log verifies");
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                Arguments.of(
                        "row",
                        "update messagelog.entry set facts = facts || '{\"client\": \"GZ/GOV/PSB/POP\"}'" + AT,
                        5),
                Arguments.of(
                        "body",
                        "update messagelog.body set content = set_byte(content, 40, get_byte(content, 40) # 1)" + AT
                                + " and n = 0",
                        5),
                Arguments.of("key", "update messagelog.search_key set lookup = 'other'" + AT + " and n = 0", 5),
                Arguments.of(
                        "salt",
                        "update messagelog.body set salt = set_byte(salt, 3, get_byte(salt, 3) # 1)" + AT
                                + " and n = 0",
                        5),
                Arguments.of("deleted row", "delete from messagelog.entry" + AT, 5),
                Arguments.of(
                        "swapped rows",
                        "update messagelog.entry set position = 12 - position where lane = 'edge-1' and position in (5, 7)",
                        5),
                Arguments.of("erased without an entry", "delete from messagelog.body" + AT, 5),
                Arguments.of(
                        "cut tail",
                        "with cut as (delete from messagelog.entry where lane = 'edge-1' and position > 12)"
                                + " update messagelog.lane set position = 12, head = (select chain from messagelog.entry"
                                + " where lane = 'edge-1' and position = 12) where lane = 'edge-1'",
                        13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void isFoundAtItsPlace(String what, String sql, int position) throws Exception {
        assertThat(log.change(sql)).isPositive();
        try {
            HubCommand.Result result = HubCommand.run(town.hub(), "verify", "--live");

            assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
            assertThat(result.output().lines().filter(line -> line.startsWith("edge-1#")))
                    .first()
                    .asString()
                    .startsWith("edge-1#" + position + ": ");
        } finally {
            restore();
        }
    }

    /** Nothing else writes here meanwhile: nobody asks, and whatever a command logs lies on a lane of its own. */
    private static void restore() throws SQLException {
        log.change("begin");
        for (String table : TABLES) {
            log.change("delete from messagelog." + table + " where lane = 'edge-1'");
            log.change("insert into messagelog." + table + " select * from saved_" + table + " where lane = 'edge-1'");
        }
        log.change("commit");
    }
}
