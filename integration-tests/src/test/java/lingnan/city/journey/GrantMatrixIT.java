package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lingnan.city.HubCommand;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;
import lingnan.city.data.WellKnown;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of grant, by every kind of question: who is answered sees just what was granted, nobody else sees anything. */
class GrantMatrixIT {

    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final String TODAY = "2009-11-10";
    private static final Map<String, String> VALUES = Map.of(
            "registrationNumber", WellKnown.REGISTRATION_NUMBER,
            "name", WellKnown.ENTERPRISE_NAME,
            "organisationCode", "QQTEXT01-7");

    /** Of LRH on AIC's register: a grant for each purpose, and what is peculiar about it. */
    private static final Map<String, String> GRANTS = new TreeMap<>(Map.of(
            "WHOLE", "validFrom: 2008-01-01",
            "LAST-DAY", "validFrom: 2008-01-01\n    validTo: 2009-11-10",
            "FIRST-DAY", "validFrom: 2009-11-10",
            "EXPIRED", "validFrom: 2008-01-01\n    validTo: 2009-11-09",
            "FUTURE", "validFrom: 2009-11-11",
            "WITH-CASE", "validFrom: 2008-01-01",
            "HERE", "validFrom: 2008-01-01\n    divisions: [\"440100\"]",
            "LIWAN", "validFrom: 2008-01-01\n    divisions: [\"440103\", \"440104001\"]",
            "REVOKED", "validFrom: 2008-01-01",
            "TAKEN-OUT", "validFrom: 2008-01-01"));

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws Exception {
        town = Town.start(
                Town.Plan.of(folder, SimulatedAgency.AIC, SimulatedAgency.PSB)
                        .with("--hub.business-time=" + TODAY + "T10:00:00+08:00"),
                files -> files.edit("grants/LRH.yaml", "grants:\n", "grants:\n" + stated()));
        log = LiveLog.of(town.hub());
        town.files().edit("grants/LRH.yaml", stated("TAKEN-OUT"), "");
        assertThat(grant("revoke", "M-REVOKED", "--reason", "不再需要").exitCode()).isZero();
        Await.until(
                "both are gone",
                SECONDS,
                () -> refused(ask("TAKEN-OUT", "name", "")) && refused(ask("REVOKED", "name", "")));
    }

    private static String stated() {
        return GRANTS.keySet().stream().map(GrantMatrixIT::stated).collect(Collectors.joining());
    }

    private static String stated(String purpose) {
        return """
              - id: M-%1$s
                subject: AIC-ENT-REG
                purposes:
                  - code: %1$s
                    legalBasis: {zh: "依据", en: "basis"}
                keys: [registrationNumber, name]
                fields: [name, divisionCode, status]
                caseRequired: %3$s
                %2$s
                basis: assumed
            """.formatted(purpose, GRANTS.get(purpose), purpose.equals("WITH-CASE"));
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    /** On the day that the running hub has: nobody says it. */
    private static HubCommand.Result grant(String act, String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        all[0] = "grant";
        all[1] = act;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return HubCommand.run(town.hub(), all);
    }

    private static Reply ask(String purpose, String keys, String caseNumber) throws IOException {
        Map<String, String> asked = new TreeMap<>(java.util.Comparator.comparing(
                key -> List.of("registrationNumber", "name", "organisationCode").indexOf(key)));
        Arrays.stream(keys.split(" ")).forEach(key -> asked.put(key, VALUES.get(key)));
        Question question = new Question("AIC-ENT-REG", asked, Map.of()).purpose(purpose);
        return town.ask(Town.LRH, caseNumber.isEmpty() ? question : question.caseNumber(caseNumber));
    }

    private static boolean refused(Reply reply) {
        return reply.fault().isPresent();
    }

    @ParameterizedTest(name = "{0} by {1} in case {2}")
    @CsvSource(nullValues = "-", textBlock = """
        WHOLE,     registrationNumber,      ''
        WHOLE,     name,                    ''
        WHOLE,     registrationNumber name, ''
        WHOLE,     name,                    C-1
        LAST-DAY,  registrationNumber,      ''
        FIRST-DAY, registrationNumber,      ''
        WITH-CASE, registrationNumber,      C-1
        HERE,      registrationNumber,      ''
        """)
    void showsWhatIsGrantedAndNothingElse(String purpose, String keys, String caseNumber) throws Exception {
        Reply reply = ask(purpose, keys, caseNumber);

        assertThat(reply.fault()).isEmpty();
        assertThat(reply.records()).singleElement().satisfies(record -> assertThat(record)
                .containsOnlyKeys("name", "divisionCode", "status")
                .containsEntry("divisionCode", "440199"));
        assertThat(reply.withheld())
                .contains("registrationNumber", "legalRepresentative")
                .doesNotContain("name");
        assertThat(reply.body()).doesNotContain("withheldRecords");
        assertThat(town.effects(SimulatedAgency.AIC, reply)).isEqualTo(1);
    }

    @Test
    void leavesOutTheRecordsOfOtherDivisionsAndSaysHowMany() throws Exception {
        Reply reply = ask("LIWAN", "registrationNumber", "");

        assertThat(reply.fault()).isEmpty();
        assertThat(reply.records()).isEmpty();
        assertThat(reply.body()).contains("withheldRecords=\"1\"").doesNotContain("440199", WellKnown.ENTERPRISE_NAME);
        assertThat(log.one("select count(*) from messagelog.search_key where type = 'name' and message = '"
                        + reply.messageId().orElseThrow() + "'"))
                .as("names by which the message is found")
                .isEqualTo("0");
    }

    @ParameterizedTest(name = "{0} by {1} in case {2}: {3}")
    @CsvSource(textBlock = """
        WHOLE,     organisationCode,                    '',  access_denied, 'M-WHOLE does not allow to ask by organisationCode'
        WHOLE,     registrationNumber organisationCode, '',  access_denied, 'M-WHOLE does not allow to ask by organisationCode'
        HERE,      organisationCode,                    '',  access_denied, 'M-HERE does not allow to ask by organisationCode'
        WITH-CASE, organisationCode,                    C-1, access_denied, 'M-WITH-CASE does not allow to ask by'
        WITH-CASE, registrationNumber,                  '',  missing_case,  'M-WITH-CASE requires a case'
        WITH-CASE, name,                                ' ', missing_case,  'M-WITH-CASE requires a case'
        EXPIRED,   registrationNumber,                  '',  access_denied, 'M-EXPIRED expired on 2009-11-09'
        EXPIRED,   organisationCode,                    '',  access_denied, 'M-EXPIRED expired on 2009-11-09'
        FUTURE,    registrationNumber,                  '',  access_denied, 'M-FUTURE is valid from 2009-11-11'
        FUTURE,    organisationCode,                    C-1, access_denied, 'M-FUTURE is valid from 2009-11-11'
        REVOKED,   registrationNumber,                  '',  access_denied, 'M-REVOKED was revoked on 2009-11-10'
        REVOKED,   organisationCode,                    C-1, access_denied, 'M-REVOKED was revoked on 2009-11-10'
        TAKEN-OUT, registrationNumber,                  '',  access_denied, 'TAKEN-OUT is not granted to LRH'
        CURIOSITY, registrationNumber,                  C-1, access_denied, 'CURIOSITY is not granted to LRH'
        ' ',       registrationNumber,                  C-1, missing_purpose, 'names no purpose'
        """)
    void refusesTheRestBeforeTheProviderHearsOfIt(
            String purpose, String keys, String caseNumber, String code, String reason) throws Exception {
        long before = town.calls(SimulatedAgency.AIC);

        Reply reply = ask(purpose, keys, caseNumber);

        assertThat(reply.fault()).get().extracting(Reply.Fault::code).isEqualTo(code);
        assertThat(reply.fault().orElseThrow().text()).contains(reason);
        assertThat(reply.body()).doesNotContain(WellKnown.ENTERPRISE_NAME, "不再需要");
        assertThat(log.lines(reply)).containsExactly(Line.of(6, code, 1, 5));
        assertThat(town.calls(SimulatedAgency.AIC)).isEqualTo(before);
    }

    @Test
    @Tag("full")
    void aRequestSurvivesAKillAndCountsWhenItIsGivenAndNoLongerWhenItIsRevoked() throws Exception {
        HubCommand.Result asked = grant(
                "request",
                "--json",
                "--consumer",
                "LRH",
                "--subject",
                "AIC-ENT-REG",
                "--purpose",
                "ASKED=依据 / basis",
                "--keys",
                "registrationNumber,name",
                "--fields",
                "name,status");
        assertThat(asked.exitCode()).as(asked.output()).isZero();
        String id = Json.of(asked).get("request").asString();
        String grantId = Json.of(asked).get("grant").asString();
        assertThat(ask("ASKED", "name", "").fault().orElseThrow().text()).contains("ASKED is not granted");

        town.hub().kill();
        ProcessHandle.of(town.hub().databasePid().orElseThrow()).ifPresent(ProcessHandle::destroyForcibly);
        town.hub().restart();
        HubCommand.Result shown = grant("show", "--json", id);
        assertThat(Json.of(shown).get("state").asString()).as(shown.output()).isEqualTo("requested");

        HubCommand.Result given =
                grant("answer", id, "--give", "--fields", "status", "--keys", "name", "--reason", "仅限所需");
        assertThat(given.exitCode()).as(given.output()).isZero();
        Await.until("it counts", SECONDS, () -> !refused(ask("ASKED", "name", "")));
        assertThat(ask("ASKED", "name", "").records()).singleElement().satisfies(record -> assertThat(record)
                .containsOnlyKeys("status"));
        assertThat(ask("ASKED", "registrationNumber", "").fault().orElseThrow().text())
                .contains(grantId + " does not allow to ask by registrationNumber");

        HubCommand.Result revoked = grant("revoke", grantId, "--reason", "越权使用");
        assertThat(revoked.exitCode()).as(revoked.output()).isZero();
        Await.until("it no longer counts", Duration.ofSeconds(5), () -> refused(ask("ASKED", "name", "")));
        assertThat(ask("ASKED", "name", "").fault().orElseThrow().text())
                .contains(grantId + " was revoked on " + TODAY);

        HubCommand.Result traced = HubCommand.run(town.hub(), "trace", id);
        assertThat(traced.output())
                .contains("grant requested", "grant given", "grant revoked", "仅限所需", "越权使用", "GZ/GOV/LRH → GZ/GOV/AIC");
        log.close();
        log = LiveLog.of(town.hub());
    }

    @Test
    void tellsTheOperatorWhatCannotBe() throws Exception {
        HubCommand.Result wrong = grant(
                "request",
                "--consumer",
                "LRH",
                "--subject",
                "AIC-ENT-REG",
                "--purpose",
                "WRONG=依据 / basis",
                "--keys",
                "status",
                "--fields",
                "salary");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.output())
                .contains("status is not a key of AIC-ENT-REG.", "has no field salary.")
                .doesNotContain("Exception");
        assertThat(grant("answer", "R-2009-1").exitCode()).isEqualTo(2);
        assertThat(grant("list").output()).contains("M-REVOKED", "不再需要");
    }
}
