package lingnan.city.journey;

import static lingnan.city.journey.StateFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subjects whose providers are not called: their state is loaded beside the running hub, which answers from it and says of when. */
class HeldIT {

    private static final String AS_OF = "2009-11-09T18:00:00+08:00";
    private static final String MARRIAGES = "urn:lingnan:gz:CAB-MARRIAGE:1";
    private static final String TRADERS = "urn:lingnan:gz:AIC-SELF-REG:1";
    private static final String OPERATOR = "440199197001011234";
    private static final String CIVIL_AFFAIRS = "GZ/GOV/CAB/CIVIL";
    private static final String FAMILY_PLANNING = "GZ/GOV/FPC/FAMILY";
    private static final String HUSBAND = "440199198001011234";
    private static final int COLLECTED = 8;
    private static final int FOUND_WRONG = 1;
    private static final int COULD_NOT = 3;

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;
    private static JsonNode loaded;

    /** At night, when no office is open. */
    @BeforeAll
    static void start() throws IOException, SQLException {
        town = Town.start(
                Town.Plan.of(folder).with("--hub.business-time=2009-11-10T03:00:00+08:00"),
                files -> files.edit(
                        "grants/CAB.yaml",
                        "keys: [registrationNumber, shopName, operatorId]",
                        "divisions: [\"440103\"]\n    keys: [registrationNumber, shopName, operatorId]"));
        log = LiveLog.of(town.hub());
        StateFiles files = StateFiles.in(Files.createDirectory(folder.resolve("states")));
        String stages = IntStream.range(0, 101)
                .mapToObj(i -> project("M-" + i, "分期工程", ""))
                .collect(Collectors.joining());
        files.projects(AS_OF, project("P-1", "广州塔", "") + project("P-2", "珠江新城𠮷祥·花园", "") + stages);
        files.write(
                MARRIAGES,
                AS_OF,
                "<record><certificateNumber>J-1</certificateNumber><husbandId>" + HUSBAND + "</husbandId>"
                        + "<husbandName>吴𠮷</husbandName><wifeId>440199198202021223</wifeId><registrar>甲</registrar></record>",
                "GB18030");
        files.write(TRADERS, AS_OF, traders(), "UTF-8");
        HubCommand.Result result = HubCommand.run(
                town.hub(), "load", "--json", "--all", files.folder().toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        loaded = JsonMapper.shared().readTree(result.output()).get("subjects");
    }

    /** 150 shops of one name in a district, 100 of the same name in another; two shops of one operator, one in each. */
    private static String traders() {
        return IntStream.range(0, 250)
                        .mapToObj(i -> trader(i, "平安小店", "44019919800101" + (1_000 + i), i < 150 ? "440106" : "440103"))
                        .collect(Collectors.joining())
                + trader(998, "孪生·𠮷店", OPERATOR, "440106")
                + trader(999, "孪生·𠮷店", OPERATOR, "440103");
    }

    private static String trader(int number, String shop, String operator, String division) {
        return String.format(
                "<record><registrationNumber>440199600000%03d</registrationNumber><shopName>%s</shopName>"
                        + "<operatorName>甲</operatorName><operatorId>%s</operatorId>"
                        + "<divisionCode>%s</divisionCode></record>%n",
                number, shop, operator, division);
    }

    private static Question trader(String key, String value) {
        return Question.about("AIC-SELF-REG", key, value).purpose("ASSISTANCE-REVIEW");
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    private static Question about(String key, String value) {
        return Question.about("DRC-PROJECT", key, value).purpose("LAND-SUPPLY");
    }

    private static Question about(String number, String name, String purpose) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("projectNumber", number);
        keys.put("projectName", name);
        return new Question("DRC-PROJECT", keys, Map.of("purpose", purpose));
    }

    @Test
    void answersFromWhatWasLoadedAndSaysOfWhen() throws Exception {
        Reply reply = town.ask(Town.LRH, about("projectNumber", "P-2"));

        assertThat(reply.field("projectName")).as(reply.body()).isEqualTo("珠江新城𠮷祥·花园");
        assertThat(reply.body()).contains("asOf=\"" + AS_OF + "\"");
        assertThat(log.lines(reply)).containsExactly(Line.of(1, "", 1), Line.of(3, "ok", 4, 5));
        String id = reply.messageId().orElseThrow();
        String answered = " from messagelog.entry where kind = 3 and message = '" + id + "'";
        assertThat(log.one("select facts ->> 'as_of'" + answered)).isEqualTo(AS_OF);
        assertThat(log.one("select facts ->> 'relates_to'" + answered))
                .isEqualTo(loaded.get(2).get("message").asString());
        assertThat(log.one("select facts ->> 'steps'" + answered))
                .contains(" look-up@")
                .doesNotContain(" call@");
        HubCommand.Result trace = HubCommand.run(town.hub(), "trace", id);
        assertThat(trace.output()).contains("from the state that the hub holds", "as of", "look-up");
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
        assertThat(town.ask(Town.LRH, about(" P-1 ", "广州塔", "LAND-SUPPLY")).field("projectNumber"))
                .isEqualTo("P-1");
        Reply none = town.ask(Town.LRH, about("P-1", "珠江新城𠮷祥·花园", "LAND-SUPPLY"));

        assertThat(none.fault()).as(none.body()).isEmpty();
        assertThat(none.records()).isEmpty();
        assertThat(none.body()).contains("asOf=\"" + AS_OF + "\"");
    }

    @Test
    void refusesRatherThanLeaveRecordsOut() throws Exception {
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
    void isNotKeptFromItsDivisionByRecordsOfOthersAndLogsEveryRecord() throws Exception {
        Reply reply = town.ask(CIVIL_AFFAIRS, trader("shopName", "平安小店"));

        assertThat(reply.fault()).as(reply.body()).isEmpty();
        assertThat(reply.records()).hasSize(100);
        assertThat(reply.body()).contains("440199600000150", "440199600000249").doesNotContain("440199600000149");
        assertThat(log.one("select count(*) from messagelog.search_key where type = 'operatorId' and message = '"
                        + reply.messageId().orElseThrow() + "'"))
                .as("whoever is shown a record is found by it")
                .isEqualTo("100");
    }

    @Test
    void saysHowManyRecordsOfOtherDivisionsAreWithheldUnlessAPersonWasAskedFor() throws Exception {
        Reply byShop = town.ask(CIVIL_AFFAIRS, trader("shopName", "孪生·𠮷店"));
        Reply byPerson = town.ask(CIVIL_AFFAIRS, trader("operatorId", OPERATOR).caseNumber("DB2009-1"));

        assertThat(byShop.records()).as(byShop.body()).hasSize(1);
        assertThat(byShop.body()).contains("withheldRecords=\"1\"");
        assertThat(byPerson.records()).as(byPerson.body()).hasSize(1);
        assertThat(byPerson.body()).doesNotContain("withheldRecords");
    }

    @Test
    void answersAsynchronouslyWhileItsProviderIsClosed() throws Exception {
        Question question = about("projectNumber", "P-1");
        Reply receipt = town.ask(Town.LRH, question.asynchronously());
        assertThat(receipt.isReceipt()).as(receipt.body()).isTrue();
        String id = receipt.messageId().orElseThrow();

        Await.until(
                "it is answered",
                Duration.ofSeconds(30),
                () -> !town.hub().client(Town.LRH).collect(question, id).isReceipt());

        Reply collected = town.hub().client(Town.LRH).collect(question, id);
        assertThat(collected.field("projectName")).isEqualTo("广州塔");
        assertThat(collected.body()).contains("asOf=\"" + AS_OF + "\"");
        assertThat(log.lines(id))
                .filteredOn(line -> line.kind() < COLLECTED)
                .containsExactly(Line.of(1, "", 1), Line.of(3, "ok", 4, 5));
    }

    @Test
    void cutsAsAlwaysAndNeedsACaseForAPerson() throws Exception {
        Question question = Question.about("CAB-MARRIAGE", "husbandId", HUSBAND).purpose("FAMILY-PLANNING");

        Reply reply = town.ask(FAMILY_PLANNING, question.caseNumber("JS2009-1"));
        Reply caseless = town.ask(FAMILY_PLANNING, question);

        assertThat(reply.field("husbandName")).as(reply.body()).isEqualTo("吴𠮷");
        assertThat(reply.withheld()).contains("registrar");
        assertThat(reply.body()).doesNotContain("甲");
        assertThat(caseless.fault()).get().extracting(Reply.Fault::code).isEqualTo("missing_case");
    }

    @Test
    void tellsScriptsWhatCouldNotBeLoaded() throws Exception {
        StateFiles files = StateFiles.in(folder);
        HubCommand.Result bad = HubCommand.run(
                town.hub(),
                "load",
                "DRC-PROJECT",
                files.projects(AS_OF, project("P-3", "面积", "\n  <landArea>很大</landArea>"))
                        .toString());
        assertThat(bad.exitCode()).isEqualTo(FOUND_WRONG);
        assertThat(bad.output())
                .containsPattern("state.*\\.xml:6: .*<landArea>")
                .contains("nothing was loaded");
        assertThat(town.ask(Town.LRH, about("projectNumber", "P-1")).records()).hasSize(1);

        HubCommand.Result held = HubCommand.run(town.hub(), "load", "--held", "--json");
        assertThat(JsonMapper.shared().readTree(held.output()).get("held"))
                .extracting(state -> state.get("subject").asString() + " "
                        + state.get("records").asInt())
                .containsExactly("AIC-SELF-REG 252", "CAB-MARRIAGE 1", "DRC-PROJECT 103");

        Path live = files.write("urn:lingnan:gz:AIC-ENT-REG:1", AS_OF, "", "UTF-8");
        HubCommand.Result asked = HubCommand.run(town.hub(), "load", "AIC-ENT-REG", live.toString());
        assertThat(asked.exitCode()).isEqualTo(COULD_NOT);
        assertThat(asked.output()).contains("LIVE").doesNotContain("Exception");
    }
}
