package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;
import lingnan.city.data.WellKnown;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question under an idempotency key is put to its provider once, and answered again as its caller may see it then. */
class StoredAnswersIT {

    private static final int REPEATED = 10;

    @TempDir
    static Path folder;

    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws IOException, SQLException {
        town = Town.start(
                Town.Plan.of(folder, SimulatedAgency.QTS).with("--hub.business-time=2009-11-10T10:00:00+08:00"));
        log = LiveLog.of(town.hub());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
    }

    private static Question under(String key) {
        return Questions.organisation().with("idempotencyKey", key);
    }

    private static Reply ask(Question question) throws IOException {
        return town.ask(Town.LTAX, question);
    }

    private static long effects() {
        return town.agency(SimulatedAgency.QTS).ledger().stream()
                .filter(lingnan.city.agency.LedgerLine::isEffect)
                .count();
    }

    @Test
    void answersTheSameQuestionAgainWithoutAnotherCall() throws Exception {
        long before = effects();

        Reply first = ask(under("again"));
        Reply second = ask(under("again"));

        assertThat(first.records()).hasSize(1);
        assertThat(second.records()).isEqualTo(first.records());
        assertThat(second.messageId()).isNotEqualTo(first.messageId());
        assertThat(effects()).isEqualTo(before + 1);
        assertThat(log.lines(second)).containsExactly(Line.of(REPEATED, "ok", 1, 5));
    }

    @Test
    void asksAnewWithoutKeyAndUnderAnotherCallersKey() throws Exception {
        long before = effects();

        ask(Questions.organisation());
        ask(Questions.organisation());
        ask(under("mine"));
        Reply other = town.ask(Town.AIC, under("mine").purpose("REGISTRATION"));

        assertThat(other.records()).hasSize(1);
        assertThat(effects()).isEqualTo(before + 4);
    }

    @Test
    void refusesAnotherQuestionUnderTheSameKey() throws Exception {
        long before = effects();
        ask(under("taken"));

        Reply other = ask(Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.RARE_ORGANISATION_CODE)
                .purpose("TAX-COMPARE")
                .with("idempotencyKey", "taken"));

        assertThat(other.fault()).get().extracting(Reply.Fault::code).isEqualTo("duplicate_mismatch");
        assertThat(effects()).isEqualTo(before + 1);
        assertThat(ask(under("taken")).records()).hasSize(1);
    }

    @Test
    void givesTheSameReceiptAgainAndAsksOnce() throws Exception {
        long before = effects();

        Reply first = ask(under("later").asynchronously());
        Reply second = ask(under("later").asynchronously());
        Await.until("it is answered", Duration.ofSeconds(30), () -> !town.hub()
                .client(Town.LTAX)
                .collect(under("later"), receipt(first))
                .isReceipt());
        Reply third = ask(under("later").asynchronously());

        assertThat(receipt(second))
                .isEqualTo(receipt(first))
                .isEqualTo(first.messageId().orElseThrow());
        assertThat(second.body()).contains(receiptElement(first));
        assertThat(third.body()).contains(receiptElement(first));
        assertThat(log.lines(second)).containsExactly(Line.of(REPEATED, "ok", 1, 5));
        assertThat(effects()).isEqualTo(before + 1);
    }

    @Test
    void refusesAnotherQuestionOrMannerUnderTheKeyOfAReceipt() throws Exception {
        long before = effects();
        Reply first = ask(under("once").asynchronously());
        Await.until("it is answered", Duration.ofSeconds(30), () -> effects() == before + 1);

        Reply other = ask(Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.RARE_ORGANISATION_CODE)
                .purpose("TAX-COMPARE")
                .with("idempotencyKey", "once")
                .asynchronously());
        Reply atOnce = ask(under("once"));

        assertThat(first.isReceipt()).isTrue();
        assertThat(other.fault()).get().extracting(Reply.Fault::code).isEqualTo("duplicate_mismatch");
        assertThat(atOnce.fault()).get().extracting(Reply.Fault::code).isEqualTo("duplicate_mismatch");
        assertThat(effects()).isEqualTo(before + 1);
    }

    private static String receipt(Reply reply) {
        Matcher id = Pattern.compile("messageId=\"([^\"]+)\"").matcher(reply.body());
        assertThat(id.find()).as(reply.body()).isTrue();
        return id.group(1);
    }

    private static String receiptElement(Reply reply) {
        Matcher element = Pattern.compile("<[^<]*receipt[^>]*>").matcher(reply.body());
        assertThat(element.find()).as(reply.body()).isTrue();
        return element.group();
    }

    @Test
    void letsTwinsWaitForOneCall() throws Exception {
        long before = effects();
        town.agency(SimulatedAgency.QTS).behave("slow=700", 1);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Reply>> twins = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                twins.add(callers.submit(() -> ask(under("twins"))));
            }
            for (Future<Reply> twin : twins) {
                assertThat(twin.get().field("name")).isEqualTo(WellKnown.ENTERPRISE_NAME);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(effects()).isEqualTo(before + 1);
    }

    @Test
    void freesTheKeyOfAQuestionThatFailed() throws Exception {
        town.agency(SimulatedAgency.QTS).behave("fault", 1);

        Reply failed = ask(under("failing"));
        Reply second = ask(under("failing"));

        assertThat(failed.fault()).get().extracting(Reply.Fault::code).isEqualTo("provider_fault");
        assertThat(second.records()).hasSize(1);
        assertThat(town.effects(SimulatedAgency.QTS, second)).isEqualTo(1);
    }

    @Test
    void cutsAStoredAnswerByTheGrantOfToday() throws Exception {
        assertThat(ask(under("recut")).withheld()).doesNotContain("address");
        long before = effects();

        town.files()
                .edit("grants/LTAX.yaml", "[legalRepresentativeId, phone]", "[legalRepresentativeId, phone, address]");
        try {
            Await.until("the address is withheld", Duration.ofSeconds(15), () -> ask(under("recut"))
                    .withheld()
                    .contains("address"));
            assertThat(ask(under("recut")).records().get(0)).doesNotContainKey("address");
            assertThat(effects()).isEqualTo(before);
        } finally {
            town.files().edit("grants/LTAX.yaml", "phone, address]", "phone]");
        }
    }
}
