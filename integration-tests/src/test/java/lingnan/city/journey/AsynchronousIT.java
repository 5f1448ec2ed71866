package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.ReplyReader;
import lingnan.city.SimulatedAgency;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question left with a receipt is asked when its provider is open, once, and its answer finds its caller. */
class AsynchronousIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PUSHED = 9;

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;

    /** Left while AIC was closed: it opens at eight, the clock starts before. */
    private static Reply early;

    private static Reply earlyCollected;
    private static long earlyEffects;

    @BeforeAll
    static void start() throws IOException, SQLException {
        town = Town.start(
                Town.Plan.of(folder, SimulatedAgency.values()).with("--hub.business-time=2009-11-10T07:59:20+08:00"),
                files -> {
                    for (String agency : new String[] {"LTAX", "PLAN", "QTS"}) {
                        files.edit("agencies/" + agency + ".yaml", "from: \"08:00\"", "from: \"00:00\"");
                    }
                });
        log = LiveLog.of(town.hub());
        early = town.ask(Town.LTAX, Questions.enterprise().asynchronously());
        earlyCollected = town.hub().client(Town.LTAX).collect(Questions.enterprise(), id(early));
        earlyEffects = town.effects(SimulatedAgency.AIC, early);
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    private static String id(Reply reply) {
        return reply.messageId().orElseThrow();
    }

    private static Reply leave(String caller, Question question) throws IOException {
        Reply receipt = town.ask(caller, question.asynchronously());
        assertThat(receipt.isReceipt()).as(receipt.body()).isTrue();
        assertThat(receipt.body()).containsPattern("acceptedAt=\"[0-9T:.-]+\\+08:00\"");
        assertThat(receipt.body()).containsPattern("position=\"edge-[0-9]+#[0-9]+\"");
        return receipt;
    }

    private static Reply collect(String caller, Question question, Reply receipt) throws Exception {
        Await.until(
                "the question has come to something",
                PATIENCE,
                () -> !town.hub().client(caller).collect(question, id(receipt)).isReceipt());
        return town.hub().client(caller).collect(question, id(receipt));
    }

    @Test
    void waitsUntilTheProviderOpens() throws Exception {
        assertThat(earlyCollected.isReceipt()).isTrue();
        assertThat(earlyEffects).isZero();

        assertThat(collect(Town.LTAX, Questions.enterprise(), early).field("name"))
                .isEqualTo(WellKnown.ENTERPRISE_NAME);

        assertThat(town.effects(SimulatedAgency.AIC, early)).isEqualTo(1);
        String hour = "select to_char(business_time at time zone 'Asia/Shanghai', 'HH24:MI') from messagelog.entry"
                + " where message = '" + id(early) + "' and kind = ";
        assertThat(log.one(hour + "1")).isEqualTo("07:59");
        assertThat(log.one(hour + "2")).isEqualTo("08:00");
    }

    @Test
    void isCollectedByItsCallerOnly() throws Exception {
        Reply receipt = leave(Town.AIC, Questions.taxStatus());
        assertThat(collect(Town.AIC, Questions.taxStatus(), receipt).field("taxpayerNumber"))
                .isEqualTo(WellKnown.TAXPAYER_NUMBER);

        Reply other = town.hub().client(Town.LTAX).collect(Questions.taxStatus(), id(receipt));
        Reply invented =
                town.hub().client(Town.AIC).collect(Questions.taxStatus(), "01255c1c-2900-7abc-8def-0123456789ab");

        assertThat(other.fault()).get().extracting(Reply.Fault::code).isEqualTo("unknown_message");
        assertThat(invented.fault()).get().extracting(Reply.Fault::code).isEqualTo("unknown_message");
        assertThat(town.effects(SimulatedAgency.LTAX, receipt)).isEqualTo(1);
    }

    @Test
    void pushesUntilTheReceiverTakesIt() throws Exception {
        town.agency(SimulatedAgency.LRH).kill();
        Question question = Questions.permit().purpose("TITLE-REGISTRATION");
        Reply receipt = leave(Town.LRH, question);
        Await.until("a push was tried in vain", PATIENCE, () -> log.lines(id(receipt)).stream()
                .anyMatch(line -> line.kind() == PUSHED && !line.outcome().equals("ok")));

        town.agency(SimulatedAgency.LRH).restart();

        Await.until(
                "the receiver has it", PATIENCE, () -> log.lines(id(receipt)).contains(Line.of(PUSHED, "ok", 5)));
        assertThat(town.agency(SimulatedAgency.LRH).ledger())
                .filteredOn(line -> line.isEffect() && line.messageId().equals(id(receipt)))
                .extracting(LedgerLine::what)
                .containsExactly("QueryResponse");
        assertThat(town.effects(SimulatedAgency.PLAN, receipt)).isEqualTo(1);
    }

    @Test
    void pushesAlsoThatNothingCameOfIt() throws Exception {
        town.agency(SimulatedAgency.PSB).behave("fault", 1);
        Reply receipt = leave(Town.LRH, Questions.citizen());

        Await.until(
                "the receiver is told", PATIENCE, () -> log.lines(id(receipt)).contains(Line.of(PUSHED, "ok", 5)));

        assertThat(town.agency(SimulatedAgency.LRH).ledger())
                .filteredOn(line -> line.isEffect() && line.messageId().equals(id(receipt)))
                .extracting(LedgerLine::what)
                .containsExactly("Fault");
        Reply collected = collect(Town.LRH, Questions.citizen(), receipt);
        assertThat(collected.fault()).get().extracting(Reply.Fault::code).isEqualTo("provider_fault");
    }

    @Test
    void asksADeadProviderAgainAndIsAnsweredOnce() throws Exception {
        town.agency(SimulatedAgency.QTS).kill();
        Reply receipt = leave(Town.LTAX, Questions.organisation());
        Await.until("an attempt was put off", PATIENCE, () -> log.lines(id(receipt)).stream()
                .anyMatch(line -> line.kind() == 14));

        town.agency(SimulatedAgency.QTS).restart();

        assertThat(collect(Town.LTAX, Questions.organisation(), receipt).records())
                .hasSize(1);
        assertThat(town.effects(SimulatedAgency.QTS, receipt)).isEqualTo(1);
    }

    @Test
    void isRefusedWhenTheGrantIsGoneByThen() throws Exception {
        town.agency(SimulatedAgency.QTS).kill();
        Question question = Questions.organisation().purpose("REGISTRATION");
        Reply receipt = leave(Town.AIC, question);
        Await.until("an attempt was put off", PATIENCE, () -> log.lines(id(receipt)).stream()
                .anyMatch(line -> line.kind() == 14));
        town.files()
                .edit(
                        "grants/AIC.yaml",
                        "id: AIC-QTS-1\n    subject: QTS-ORG-CODE",
                        "id: AIC-QTS-1\n    subject: PLAN-BUILD-PERMIT");
        town.files()
                .edit("grants/AIC.yaml", "keys: [organisationCode, name, registrationNumber]", "keys: [permitNumber]");
        town.files().edit("grants/AIC.yaml", "allFieldsBut: [legalRepresentativeId]", "allFieldsBut: []");
        Await.until("the grant is gone", PATIENCE, () -> town.ask(Town.AIC, question)
                .fault()
                .filter(fault -> fault.code().equals("access_denied"))
                .isPresent());
        town.agency(SimulatedAgency.QTS).restart();

        Await.until(
                "it has ended", PATIENCE, () -> log.lines(id(receipt)).stream().anyMatch(line -> line.kind() == 4));

        assertThat(log.lines(id(receipt)))
                .filteredOn(line -> line.kind() == 4)
                .extracting(Line::outcome)
                .containsExactly("access_denied");
        assertThat(town.effects(SimulatedAgency.QTS, receipt)).isZero();
    }

    @Test
    void speaksSoap12Too() throws Exception {
        String envelope = "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Header>"
                + "<h:purpose xmlns:h=\"urn:lingnan:hub:1\">REGISTRATION</h:purpose>"
                + "<h:asynchronous xmlns:h=\"urn:lingnan:hub:1\">true</h:asynchronous></e:Header><e:Body>"
                + "<Query xmlns=\"urn:lingnan:gz:LTAX-STATUS:1\"><registrationNumber>"
                + WellKnown.REGISTRATION_NUMBER + "</registrationNumber></Query></e:Body></e:Envelope>";
        var response = town.hub()
                .client(Town.AIC)
                .post("LTAX-STATUS", "application/soap+xml; charset=utf-8", envelope.getBytes(StandardCharsets.UTF_8));
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/soap+xml");
        Reply receipt = ReplyReader.read(
                response.statusCode(), response.headers().firstValue("X-Lingnan-Message"), response.body());
        assertThat(receipt.isReceipt()).isTrue();

        assertThat(collect(Town.AIC, Questions.taxStatus(), receipt).field("taxpayerNumber"))
                .isEqualTo(WellKnown.TAXPAYER_NUMBER);
    }
}
