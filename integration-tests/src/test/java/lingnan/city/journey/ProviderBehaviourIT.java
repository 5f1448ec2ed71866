package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;
import lingnan.city.journey.LiveLog.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider does is told to the caller by its own code, logged with its bodies, and done once. */
class ProviderBehaviourIT {

    private static final int ACCEPTED = 1;
    private static final int ANSWERED = 3;
    private static final int FAILED = 4;
    private static final int IN_DOUBT = 5;

    @TempDir
    static Path folder;

    private static StubPlan plan;
    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws IOException, SQLException {
        plan = new StubPlan();
        town = Town.start(
                Town.Plan.of(folder, SimulatedAgency.QTS, SimulatedAgency.LTAX, SimulatedAgency.AIC)
                        .withAgency("PLAN", plan.address()),
                files -> {
                    files.edit("agencies/QTS.yaml", "timeout: 8s", "timeout: 2s");
                    files.edit("agencies/PLAN.yaml", "concurrency: 16", "concurrency: 2");
                    files.edit("agencies/PLAN.yaml", "timeout: 8s", "timeout: 25s");
                });
        log = LiveLog.of(town.hub());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
        plan.close();
    }

    static Stream<Arguments> behaviours() {
        return Stream.of(
                Arguments.of("fault", "provider_fault", 1, Line.of(FAILED, "provider_fault", 2, 3, 5)),
                Arguments.of("html", "provider_not_soap", 0, Line.of(FAILED, "provider_not_soap", 2, 3, 5)),
                Arguments.of("empty", "provider_empty", 0, Line.of(FAILED, "provider_empty", 2, 3, 5)),
                Arguments.of(
                        "truncated", "provider_invalid_answer", 1, Line.of(FAILED, "provider_invalid_answer", 2, 3, 5)),
                Arguments.of("cut", "in_doubt", 1, Line.of(IN_DOUBT, "in_doubt", 2, 5)),
                Arguments.of("drop", "in_doubt", 1, Line.of(IN_DOUBT, "in_doubt", 2, 5)),
                Arguments.of("hang", "provider_timeout", 1, Line.of(IN_DOUBT, "provider_timeout", 2, 5)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("behaviours")
    void hasItsOwnCodeAndKeepsItsBodies(String mode, String code, int effects, Line end) throws Exception {
        town.agency(SimulatedAgency.QTS).behave(mode, 1);

        Reply reply = town.ask(Town.LTAX, Questions.organisation());

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.fault()).get().extracting(Reply.Fault::code).isEqualTo(code);
        assertThat(log.lines(reply)).containsExactly(Line.of(ACCEPTED, "", 1), end);
        assertThat(town.effects(SimulatedAgency.QTS, reply)).isEqualTo(effects);
        assertThat(town.ask(Town.LTAX, Questions.organisation()).records()).hasSize(1);
        // Whoever repeats behind the log's back would have done so by now.
        assertThat(town.effects(SimulatedAgency.QTS, reply)).isEqualTo(effects);
    }

    @Test
    void passesOnAxisFaultsAndErrorsInsideStrings() throws Exception {
        town.agency(SimulatedAgency.AIC).behave("fault", 1);
        Reply axis = town.ask(Town.LTAX, Questions.enterprise());
        assertThat(axis.fault()).get().extracting(Reply.Fault::code).isEqualTo("provider_fault");
        assertThat(log.lines(axis)).endsWith(Line.of(FAILED, "provider_fault", 2, 3, 5));

        town.agency(SimulatedAgency.LTAX).behave("fault", 1);
        Reply string = town.ask(Town.AIC, Questions.taxStatus());
        assertThat(string.fault()).get().extracting(Reply.Fault::code).isEqualTo("provider_fault");
        assertThat(string.body()).doesNotContain("Exception", "lingnan.");
    }

    @Test
    void refusesAnswersThatDoNotFitTheSchema() throws Exception {
        plan.answers("<record><permitNumber>1</permitNumber><colour>red</colour></record>");

        Reply reply = town.ask(Town.LTAX, Questions.permit());

        assertThat(reply.fault()).get().extracting(Reply.Fault::code).isEqualTo("provider_invalid_answer");
        assertThat(reply.fault().orElseThrow().text()).doesNotContain("red");
        assertThat(log.lines(reply))
                .containsExactly(Line.of(ACCEPTED, "", 1), Line.of(FAILED, "provider_invalid_answer", 2, 3, 5));
        assertThat(plan.messages()).containsOnlyOnce(reply.messageId().orElseThrow());
    }

    @Test
    void slowAgencyFillsItsOwnPlacesOnly(TestReporter figures) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (StubPlan.Held held = plan.hold()) {
            List<Future<Reply>> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                waiting.add(callers.submit(() -> town.ask(Town.LTAX, Questions.permit())));
            }
            held.awaitCalls(2);

            Reply busy = town.ask(Town.LTAX, Questions.permit());
            assertThat(busy.fault()).get().extracting(Reply.Fault::code).isEqualTo("provider_busy");
            assertThat(log.lines(busy)).containsExactly(Line.of(ACCEPTED, "", 1), Line.of(FAILED, "provider_busy", 5));
            assertThat(plan.messages()).doesNotContain(busy.messageId().orElseThrow());

            Duration p99 = p99(100);
            figures.publishEntry("p99 of another agency while one is stuck", p99.toMillis() + " ms");
            assertThat(p99).isLessThan(Duration.ofSeconds(1));

            held.release();
            for (Future<Reply> answer : waiting) {
                Reply reply = answer.get();
                assertThat(log.lines(reply)).last().extracting(Line::kind).isEqualTo(ANSWERED);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static Duration p99(int questions) throws IOException {
        long[] nanos = new long[questions];
        for (int i = 0; i < questions; i++) {
            long started = System.nanoTime();
            assertThat(town.ask(Town.LTAX, Questions.organisation()).records()).hasSize(1);
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[questions * 99 / 100]);
    }

    @Test
    void deadAgencyIsSuspendedAndComesBack() throws Exception {
        assertThat(town.ask(Town.AIC, Questions.taxStatus()).records()).hasSize(1);
        town.agency(SimulatedAgency.LTAX).kill();
        List<String> codes = new ArrayList<>();
        Reply last;
        do {
            last = town.ask(Town.AIC, Questions.taxStatus());
            codes.add(last.fault().orElseThrow().code());
        } while (codes.size() < 40 && !codes.contains("provider_suspended"));
        assertThat(codes).contains("provider_unreachable", "provider_suspended");
        assertThat(log.lines(last)).endsWith(Line.of(FAILED, "provider_suspended", 5));

        town.agency(SimulatedAgency.LTAX).restart();
        Await.until(
                "the agency is called again",
                Duration.ofSeconds(20),
                () -> town.ask(Town.AIC, Questions.taxStatus()).fault().isEmpty());
        for (int i = 0; i < 5; i++) {
            assertThat(town.ask(Town.AIC, Questions.taxStatus()).records()).hasSize(1);
        }
    }
}
