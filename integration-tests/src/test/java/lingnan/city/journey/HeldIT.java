package lingnan.city.journey;

import static lingnan.city.journey.StateFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lingnan.city.HubCommand;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subjects whose providers are not called: their state is loaded beside the running hub, which answers from it and says of when. */
class HeldIT {

    private static final String MARRIAGES = "urn:lingnan:gz:CAB-MARRIAGE:1";
    private static final String FAMILY_PLANNING = "GZ/GOV/FPC/FAMILY";
    private static final int COLLECTED = 8;
    private static final int FOUND_WRONG = 1;
    private static final int USED_WRONGLY = 2;
    private static final int COULD_NOT = 3;

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;

    /** At night, when no office is open. */
    @BeforeAll
    static void start() throws IOException, SQLException {
        town = Town.start(Town.Plan.of(folder).with("--hub.business-time=2009-11-10T03:00:00+08:00"));
        log = LiveLog.of(town.hub());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    private static Question about(String key, String value) {
        return Question.about("DRC-PROJECT", key, value).purpose("LAND-SUPPLY");
    }

    private static Path projects(String asOf, String records) throws IOException {
        return StateFiles.in(folder).projects(asOf, records);
    }

    private static HubCommand.Result load(Path file, String... more) throws IOException {
        String[] words = new String[3 + more.length];
        words[0] = "load";
        words[1] = "DRC-PROJECT";
        words[2] = file.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return HubCommand.run(town.hub(), words);
    }

    private static void loaded(HubCommand.Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void answersFromWhatWasLoadedAndSaysOfWhen() throws Exception {
        HubCommand.Result result = load(
                projects("2009-11-09T18:00:00+08:00", project("P-1", "广州塔", "") + project("P-2", "珠江新城𠮷祥·花园", "")),
                "--json");
        loaded(result);
        JsonNode row =
                JsonMapper.shared().readTree(result.output()).get("subjects").get(0);
        assertThat(row.get("records").asInt()).isEqualTo(2);

        Reply reply = town.ask(Town.LRH, about("projectNumber", "P-2"));

        assertThat(reply.field("projectName")).as(reply.body()).isEqualTo("珠江新城𠮷祥·花园");
        assertThat(reply.body()).contains("asOf=\"2009-11-09T18:00:00+08:00\"");
        assertThat(log.lines(reply)).containsExactly(Line.of(1, "", 1), Line.of(3, "ok", 4, 5));
        String answered = " from messagelog.entry where kind = 3 and message = '"
                + reply.messageId().orElseThrow() + "'";
        assertThat(log.one("select facts ->> 'as_of'" + answered)).isEqualTo("2009-11-09T18:00:00+08:00");
        assertThat(log.one("select facts ->> 'relates_to'" + answered))
                .isEqualTo(row.get("message").asString());
        assertThat(log.one("select facts ->> 'steps'" + answered))
                .contains("look-up@")
                .doesNotContain(" call@");
        HubCommand.Result trace =
                HubCommand.run(town.hub(), "trace", reply.messageId().orElseThrow());
        assertThat(trace.output()).contains("from the state that the hub holds", "as of", "look-up");
    }

    @Test
    void logsTheLoadWithTheDigestOfTheFile() throws Exception {
        Path file = projects("2009-11-09T18:00:00+08:00", project("P-3", "体育中心", ""));
        loaded(load(file, "--actor", "zhang"));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        HubCommand.Result trace =
                HubCommand.run(town.hub(), "trace", HexFormat.of().formatHex(digest));

        assertThat(trace.exitCode()).as(trace.output()).isZero();
        assertThat(trace.output()).contains("loaded", "DRC-PROJECT", "zhang", "replace");
        assertThat(HubCommand.run(town.hub(), "verify", "--live").exitCode()).isZero();
    }

    @Test
    void saysThatNothingWasLoaded() throws Exception {
        Reply reply = town.ask(
                Town.LRH,
                Question.about("CON-DEVELOPER", "organisationCode", "QQGZ0001-3")
                        .purpose("PRESALE-REVIEW"));

        assertThat(reply.fault())
                .as(reply.body())
                .get()
                .extracting(Reply.Fault::code)
                .isEqualTo("state_not_loaded");
        assertThat(log.lines(reply)).containsExactly(Line.of(1, "", 1), Line.of(4, "state_not_loaded", 5));
    }

    @Test
    void findsByAllKeysTogether() throws Exception {
        loaded(load(projects("2009-11-09T18:00:00+08:00", project("P-4", "同名工程", "") + project("P-5", "同名工程", ""))));

        assertThat(town.ask(Town.LRH, about("projectName", "同名工程")).records()).hasSize(2);
        assertThat(town.ask(Town.LRH, both("P-5", " 同名工程 ")).field("projectNumber"))
                .isEqualTo("P-5");
        Reply none = town.ask(Town.LRH, both("P-5", "别的工程"));
        assertThat(none.fault()).as(none.body()).isEmpty();
        assertThat(none.records()).isEmpty();
    }

    private static Question both(String number, String name) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("projectNumber", number);
        keys.put("projectName", name);
        return new Question("DRC-PROJECT", keys, Map.of("purpose", "LAND-SUPPLY"));
    }

    @Test
    void replacesTheWholeStateOrAddsToIt() throws Exception {
        loaded(load(projects("2009-11-09T18:00:00+08:00", project("P-6", "旧名", "") + project("P-7", "不变", ""))));
        loaded(load(
                projects("2009-11-09T19:00:00+08:00", project("P-6", "新名", "") + project("P-8", "另加", "")), "--add"));

        assertThat(town.ask(Town.LRH, about("projectNumber", "P-6")).field("projectName"))
                .isEqualTo("新名");
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-7")).field("projectName"))
                .isEqualTo("不变");
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-8")).body()).contains("2009-11-09T19:00:00+08:00");
        assertThat(log.one("select records from publication.state where subject = 'DRC-PROJECT'"))
                .isEqualTo("3");
        assertThat(log.one("select count(*) from publication.record r join publication.state s on s.id = r.state"
                        + " where s.subject = 'DRC-PROJECT'"))
                .as("what was replaced is gone")
                .isEqualTo("3");

        loaded(load(projects("2009-11-09T20:00:00+08:00", project("P-6", "仅此", ""))));
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-7")).records()).isEmpty();
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-6")).field("projectName"))
                .isEqualTo("仅此");

        HubCommand.Result older = load(projects("2009-11-08T00:00:00+08:00", project("P-6", "更早", "")));
        assertThat(older.exitCode()).isEqualTo(FOUND_WRONG);
        assertThat(older.output()).contains("--older");
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-6")).field("projectName"))
                .isEqualTo("仅此");
        loaded(load(projects("2009-11-01T00:00:00+08:00", ""), "--older"));
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-6")).records()).isEmpty();
    }

    @Test
    void listsBadRecordsByLineAndLoadsNothing() throws Exception {
        loaded(load(projects("2009-11-09T18:00:00+08:00", project("P-9", "留下", ""))));
        String bad = project("P-10", "好", "")
                + project("P-11", "面积", "\n  <landArea>很大</landArea>\n  <weather>晴</weather>")
                + "<record>\n  <projectName>没有编号</projectName></record>";

        HubCommand.Result result = load(projects("2009-11-09T18:00:00+08:00", bad));

        assertThat(result.exitCode()).isEqualTo(FOUND_WRONG);
        assertThat(result.output())
                .containsPattern("state.*\\.xml:9: .*<landArea>")
                .containsPattern("state.*\\.xml:10: .*<weather>")
                .containsPattern("state.*\\.xml:12: .*projectNumber")
                .contains("nothing was loaded");
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-10")).records()).isEmpty();
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-9")).records()).hasSize(1);
        assertThat(load(projects("", project("P-9", "无时间", ""))).output()).contains("--as-of");
        assertThat(load(projects("2109-11-09T18:00:00+08:00", project("P-9", "将来", "")))
                        .output())
                .contains("is to come");
        assertThat(load(Files.writeString(folder.resolve("broken.xml"), "<records"))
                        .exitCode())
                .isEqualTo(COULD_NOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-16"})
    void readsWhatAgenciesWrite(String charset) throws Exception {
        String name = charset.equals("GBK") ? "鎔·镕花园" : "㑇·䶮𠮷花园";
        loaded(load(StateFiles.in(folder)
                .write(StateFiles.PROJECTS, "2009-11-09T18:00:00+08:00", project("P-12", name, ""), charset)));

        assertThat(town.ask(Town.LRH, about("projectName", name)).field("projectName"))
                .isEqualTo(name);
    }

    @Test
    void refusesRatherThanLeaveRecordsOut() throws Exception {
        String many = IntStream.range(0, 101)
                .mapToObj(i -> project("M-" + i, "分期工程", ""))
                .collect(Collectors.joining());
        loaded(load(projects("2009-11-09T18:00:00+08:00", many)));

        Reply reply = town.ask(Town.LRH, about("projectName", "分期工程"));

        assertThat(reply.fault())
                .as(reply.body())
                .get()
                .extracting(Reply.Fault::code)
                .isEqualTo("too_many_records");
        assertThat(town.ask(Town.LRH, about("projectNumber", "M-100")).records())
                .hasSize(1);
    }

    @Test
    void answersAsynchronouslyWhileItsProviderIsClosed() throws Exception {
        loaded(load(projects("2009-11-09T18:00:00+08:00", project("P-13", "夜里", ""))));
        Question question = about("projectNumber", "P-13");
        Reply receipt = town.ask(Town.LRH, question.asynchronously());
        assertThat(receipt.isReceipt()).as(receipt.body()).isTrue();
        String id = receipt.messageId().orElseThrow();

        Await.until(
                "it is answered",
                Duration.ofSeconds(30),
                () -> !town.hub().client(Town.LRH).collect(question, id).isReceipt());

        Reply collected = town.hub().client(Town.LRH).collect(question, id);
        assertThat(collected.field("projectName")).isEqualTo("夜里");
        assertThat(collected.body()).contains("asOf=\"2009-11-09T18:00:00+08:00\"");
        assertThat(log.lines(id))
                .filteredOn(line -> line.kind() != COLLECTED)
                .containsExactly(Line.of(1, "", 1), Line.of(3, "ok", 4, 5));
    }

    @Test
    void keepsNoPersonsKeyInTheClearAndCutsAsAlways() throws Exception {
        String husband = "440199198001011234";
        String record = "<record><certificateNumber>J-1</certificateNumber><husbandId>" + husband
                + "</husbandId><husbandName>吴𠮷</husbandName><wifeId>440199198202021223</wifeId><registrar>甲</registrar></record>";
        Path file = StateFiles.in(folder).write(MARRIAGES, "2009-11-09T18:00:00+08:00", record, "UTF-8");
        Path all = Files.createDirectory(folder.resolve("all"));
        Files.copy(file, all.resolve("marriages.xml"));
        HubCommand.Result result = HubCommand.run(town.hub(), "load", "--all", all.toString());
        loaded(result);

        String rows = log.one("select string_agg(r::text, ' ') from publication.record r");
        Reply reply = town.ask(
                FAMILY_PLANNING,
                Question.about("CAB-MARRIAGE", "husbandId", husband)
                        .purpose("FAMILY-PLANNING")
                        .caseNumber("JS2009-1"));

        assertThat(rows).doesNotContain(husband, HexFormat.of().formatHex(husband.getBytes()));
        assertThat(reply.field("husbandName")).as(reply.body()).isEqualTo("吴𠮷");
        assertThat(reply.withheld()).contains("registrar");
    }

    @Test
    void takesOnlyFilesOfSubjectsThatItHolds() throws Exception {
        Path other = StateFiles.in(folder).write(MARRIAGES, "2009-11-09T18:00:00+08:00", "", "UTF-8");
        assertThat(load(other).output()).contains("CAB-MARRIAGE, not of DRC-PROJECT");
        Path live =
                StateFiles.in(folder).write("urn:lingnan:gz:AIC-ENT-REG:1", "2009-11-09T18:00:00+08:00", "", "UTF-8");
        HubCommand.Result asked = HubCommand.run(town.hub(), "load", "AIC-ENT-REG", live.toString());
        assertThat(asked.exitCode()).isEqualTo(COULD_NOT);
        assertThat(asked.output()).contains("LIVE");
        assertThat(HubCommand.run(town.hub(), "load").exitCode()).isEqualTo(USED_WRONGLY);
        assertThat(load(folder.resolve("none.xml")).exitCode()).isEqualTo(COULD_NOT);
    }
}
