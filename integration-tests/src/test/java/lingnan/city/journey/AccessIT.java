package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import lingnan.city.HubClient;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;
import lingnan.city.agency.Soap;
import lingnan.city.data.WellKnown;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Who may ask what, seen from outside, also while the city's files change under a running hub. */
class AccessIT {

    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final int REFUSED = 6;

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws IOException, SQLException {
        town = Town.start(Town.Plan.of(
                        folder, SimulatedAgency.QTS, SimulatedAgency.PSB, SimulatedAgency.AIC, SimulatedAgency.PLAN)
                .with("--hub.business-time=2009-11-10T10:00:00+08:00"));
        log = LiveLog.of(town.hub());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    @Test
    void challengesWrongPasswordsAndUnknownUsersAlike() throws IOException {
        Reply wrong = new HubClient(town.hub().base(), Town.LTAX, "not the password").query(Questions.organisation());
        Reply unknown = new HubClient(town.hub().base(), "GZ/GOV/NOBODY/X", "x").query(Questions.organisation());

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.fault()).get().extracting(Reply.Fault::code).isEqualTo("unauthenticated");
        assertThat(unknown.fault()).isEqualTo(wrong.fault());
        assertThat(town.effects(SimulatedAgency.QTS, wrong)).isZero();
    }

    static Stream<Arguments> denied() {
        return Stream.of(
                Arguments.of(
                        "expired grant",
                        Town.LTAX,
                        Questions.citizen().purpose("TAX-COMPARE"),
                        "access_denied",
                        "expired on 2008-12-31"),
                Arguments.of(
                        "future grant",
                        Town.LRH,
                        Questions.organisation().purpose("TITLE-REGISTRATION"),
                        "access_denied",
                        "valid from 2035-01-01"),
                Arguments.of(
                        "wrong purpose",
                        Town.LTAX,
                        Questions.organisation().purpose("CURIOSITY"),
                        "access_denied",
                        "granted: TAX-COMPARE"),
                Arguments.of(
                        "no purpose",
                        Town.LTAX,
                        Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.ORGANISATION_CODE),
                        "missing_purpose",
                        "names no purpose"),
                Arguments.of(
                        "no case",
                        Town.LRH,
                        Question.about("PSB-POP-BASE", "citizenId", WellKnown.CITIZEN_ID)
                                .purpose("TITLE-REGISTRATION"),
                        "missing_case",
                        "names no case"),
                Arguments.of(
                        "key that is not granted",
                        Town.LTAX,
                        Question.about("QTS-ORG-CODE", "name", WellKnown.ENTERPRISE_NAME)
                                .purpose("TAX-COMPARE"),
                        "access_denied",
                        "does not allow to ask by name"),
                Arguments.of("no grant", Town.QTS, Questions.citizen(), "access_denied", "has no grant"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("denied")
    void deniesWithTheNearestReason(String what, String caller, Question question, String code, String reason)
            throws Exception {
        long before = town.calls(SimulatedAgency.QTS) + town.calls(SimulatedAgency.PSB);

        Reply reply = town.ask(caller, question);

        assertThat(reply.fault()).get().extracting(Reply.Fault::code).isEqualTo(code);
        assertThat(reply.fault().orElseThrow().text()).contains(reason);
        assertThat(log.lines(reply)).containsExactly(Line.of(REFUSED, code, 1, 5));
        assertThat(log.one("select facts ->> 'provider' from messagelog.entry where message = '"
                        + reply.messageId().orElseThrow() + "'"))
                .isEqualTo(question.subject().startsWith("QTS") ? Town.QTS : "GZ/GOV/PSB/POP");
        assertThat(town.calls(SimulatedAgency.QTS) + town.calls(SimulatedAgency.PSB))
                .isEqualTo(before);
    }

    @Test
    void cutAnswersFitThePublishedSchemaAndSayWhatIsWithheld() throws Exception {
        Reply reply = town.ask(Town.LRH, Questions.citizen());

        assertThat(reply.records().get(0)).containsOnlyKeys("name", "registeredAddress");
        assertThat(reply.field("name")).isEqualTo(WellKnown.CITIZEN_NAME);
        assertThat(reply.withheld()).contains("citizenId", "phone", "birthDate");
        assertThat(reply.body()).doesNotContain(WellKnown.CITIZEN_ID);
        Element payload = Soap.payload(reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatCode(() -> published("PSB-POP-BASE").newValidator().validate(new DOMSource(payload)))
                .doesNotThrowAnyException();
    }

    /** The schemas in the WSDL that every caller gets. */
    private static Schema published(String subject) throws Exception {
        URI address = URI.create(town.hub().service(subject) + "?wsdl");
        byte[] wsdl = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        NodeList schemas = parsers.newDocumentBuilder()
                .parse(new ByteArrayInputStream(wsdl))
                .getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "schema");
        Source[] sources = new Source[schemas.getLength()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new DOMSource(schemas.item(i));
        }
        return SchemaFactory.newDefaultInstance().newSchema(sources);
    }

    @Test
    void takesChangedGrantsWithinSecondsAndServesOnWhenTheyAreBroken() throws Exception {
        assertThat(town.ask(Town.LTAX, Questions.permit()).records()).hasSize(1);

        town.files().edit("grants/LTAX.yaml", "PROJECT-TAX", "PROJECT-TAXES");
        Await.until("the purpose is no longer granted", SECONDS, () -> town.ask(Town.LTAX, Questions.permit())
                .fault()
                .isPresent());
        assertThat(town.ask(Town.LTAX, Questions.permit().purpose("PROJECT-TAXES"))
                        .records())
                .hasSize(1);

        town.files().edit("grants/LTAX.yaml", "PROJECT-TAXES", "[broken");
        Await.until("the mistake is reported by file", SECONDS, () -> town.output()
                .contains("not sound; the old one serves on"));
        assertThat(town.output()).contains("LTAX.yaml");
        assertThat(town.ask(Town.LTAX, Questions.permit().purpose("PROJECT-TAXES"))
                        .records())
                .hasSize(1);

        town.files().edit("grants/LTAX.yaml", "[broken", "PROJECT-TAX");
        Await.until("the mended city is taken", SECONDS, () -> town.ask(Town.LTAX, Questions.permit())
                .fault()
                .isEmpty());
    }
}
