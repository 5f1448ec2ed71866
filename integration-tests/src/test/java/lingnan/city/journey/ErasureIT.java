package lingnan.city.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import lingnan.city.HubCommand;
import lingnan.city.Question;
import lingnan.city.Reply;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is gone from every table, whoever wrote it, and what it leaves behind has an end and verifies. */
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FAILED = 4;
    private static final int DEFERRED = 14;

    /** A provider's words about a person, in characters within and beyond the BMP. */
    private static final String WORDS = "𠮷祥·䶮㑇（440199195506150017）未婚";

    @TempDir
    static Path folder;

    private static StubPlan plan;
    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws IOException, SQLException {
        plan = new StubPlan();
        town = Town.start(Town.Plan.of(folder)
                .with("--hub.business-time=2009-11-10T10:00:00+08:00")
                .withAgency("PLAN", plan.address()));
        log = LiveLog.of(town.hub());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
        plan.close();
    }

    @Test
    void leavesNoneOfAProvidersWords() throws Exception {
        plan.fails(WORDS);
        Reply fault = town.ask(Town.LTAX, Questions.permit());
        plan.answers("<record><permitNumber>1</permitNumber><projectName>x</projectName><builder>x</builder><issuedOn>"
                + WORDS + "</issuedOn></record>");
        Reply invalid = town.ask(Town.LTAX, Questions.permit());
        Question tooLong = Question.about("PLAN-BUILD-PERMIT", "permitNumber", WORDS.repeat(20));
        Reply mistaken = town.ask(Town.LTAX, tooLong.purpose("PROJECT-TAX"));
        plan.fails(WORDS);
        Reply receipt = town.ask(Town.LTAX, Questions.permit().asynchronously());
        Reply later = collect(Questions.permit(), receipt);
        assertThat(fault.body()).contains("provider_fault", WORDS);
        assertThat(invalid.body()).contains("provider_invalid_answer");
        assertThat(mistaken.body()).contains("invalid_body");
        assertThat(later.body()).contains("provider_fault", WORDS);

        for (Reply reply : new Reply[] {fault, invalid, mistaken, receipt}) {
            erase(reply);
        }

        assertThat(log.dump())
                .contains(fault.messageId().orElseThrow(), receipt.messageId().orElseThrow())
                .doesNotContain(WORDS, "440199195506150017", HexFormat.of().formatHex(WORDS.getBytes(UTF_8)));
        Reply gone = town.hub()
                .client(Town.LTAX)
                .collect(Questions.permit(), receipt.messageId().orElseThrow());
        assertThat(gone.body()).contains("provider_fault", "erased").doesNotContain(WORDS);
        assertThat(HubCommand.run(town.hub(), "verify", "--live").output()).contains("the log verifies");
    }

    /** QTS does not run: the question is put off until it is erased. */
    @Test
    void endsAQuestionBeforeItIsAsked() throws Exception {
        Reply receipt = town.ask(Town.LTAX, Questions.organisation().asynchronously());
        Await.until("an attempt was put off", PATIENCE, () -> log.lines(receipt).stream()
                .anyMatch(line -> line.kind() == DEFERRED));

        erase(receipt);

        Await.until("it has ended", PATIENCE, () -> log.lines(receipt).contains(Line.of(FAILED, "erased")));
        String provider = "select facts ->> 'provider' from messagelog.entry where kind = " + FAILED
                + " and message = '" + receipt.messageId().orElseThrow() + "'";
        assertThat(log.one(provider)).isEqualTo(Town.QTS);
        Reply collected = town.hub()
                .client(Town.LTAX)
                .collect(Questions.organisation(), receipt.messageId().orElseThrow());
        assertThat(collected.fault()).get().extracting(Reply.Fault::code).isEqualTo("erased");
        assertThat(HubCommand.run(town.hub(), "verify", "--live").output()).contains("the log verifies");
    }

    private static Reply collect(Question question, Reply receipt) throws Exception {
        String id = receipt.messageId().orElseThrow();
        Await.until(
                "it has come to something",
                PATIENCE,
                () -> !town.hub().client(Town.LTAX).collect(question, id).isReceipt());
        return town.hub().client(Town.LTAX).collect(question, id);
    }

    private static void erase(Reply reply) throws IOException {
        HubCommand.Result result =
                HubCommand.run(town.hub(), "erase", reply.messageId().orElseThrow(), "--reason", "PIPL 47");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
