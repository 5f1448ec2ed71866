package lingnan.hub.grants;

import static lingnan.hub.grants.GrantBench.ENTERPRISES;
import static lingnan.hub.grants.GrantBench.LRH;
import static lingnan.hub.grants.GrantBench.TALK;
import static lingnan.hub.grants.GrantBench.done;
import static lingnan.hub.grants.GrantBench.giveAll;
import static lingnan.hub.grants.GrantBench.of;
import static lingnan.hub.grants.GrantBench.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lingnan.hub.grants.GrantRequest.State;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.grants.GrantRequests.Answer;
import lingnan.hub.grants.GrantRequests.Filter;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.grants.GrantTerms.Narrower;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.LoggedEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of grants on the embedded PostgreSQL: state and entry together, or neither. */
class GrantRequestsIT {

    private static final Answer LESS = new Answer.Give(
            new Narrower(
                    null,
                    Set.of("registrationNumber"),
                    Set.of("name"),
                    Set.of("440100"),
                    null,
                    true,
                    TALK,
                    TALK.plusYears(1)),
            "only what titles need");

    private static GrantBench bench;

    @BeforeAll
    static void start() {
        bench = new GrantBench("grants");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static GrantRequests grants() {
        return bench.on(TALK);
    }

    private static GrantRequest asked(String purpose) {
        return done(grants().request(LRH, ENTERPRISES, terms(purpose, TALK), of("LRH")));
    }

    private static List<EntryKind> entries(GrantRequest request) {
        return bench.log.traces().entries(request.message()).stream()
                .map(LoggedEntry::kind)
                .toList();
    }

    private static List<FaultCode> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .problems().stream().map(GrantRequests.Problem::code).toList();
    }

    @Test
    void givesWhatWasAskedForAndLogsEachStep() {
        GrantRequest request = asked("TITLE-OWNER");
        assertThat(request.state()).isEqualTo(State.REQUESTED);
        assertThat(request.provider()).hasToString("AIC");
        assertThat(request.rule()).isEqualTo("BY-FUNCTION");
        assertThat(request.answerBy().due()).isEqualTo("2009-11-17");

        GrantRequest given = done(grants().answer(request.id(), giveAll(), of("AIC")));

        assertThat(given.state()).isEqualTo(State.GRANTED);
        assertThat(given.given()).isEqualTo(request.asAsked());
        assertThat(given.sharing()).isNotNull().satisfies(sharing -> assertThat(sharing.since())
                .isEqualTo(TALK));
        assertThat(entries(request)).containsExactly(EntryKind.GRANT_REQUESTED, EntryKind.GRANT_GIVEN);
        for (String id :
                List.of(request.id(), request.grantId(), request.grantId().toLowerCase(java.util.Locale.ROOT))) {
            assertThat(bench.log.traces().find(id, 10)).singleElement().satisfies(found -> {
                assertThat(found.message()).isEqualTo(request.message());
                assertThat(found.client()).isEqualTo("GZ/GOV/LRH");
                assertThat(found.provider()).isEqualTo("GZ/GOV/AIC");
                assertThat(found.outcome()).isEqualTo("as_asked");
            });
        }
        assertThat(bench.log.verifier().verify().findings()).isEmpty();
    }

    @Test
    void givesLessThanWasAskedForWithAReason() {
        GrantRequest given = done(grants().answer(asked("TITLE-LESS").id(), LESS, of("AIC")));

        assertThat(given.given()).isNotNull().satisfies(grant -> {
            assertThat(grant.keys()).containsExactly("registrationNumber");
            assertThat(grant.fields()).containsExactly("name");
            assertThat(grant.divisions()).containsExactly("440100");
            assertThat(grant.caseRequired()).isTrue();
            assertThat(grant.validTo()).isEqualTo(TALK.plusYears(1));
        });
        assertThat(bench.log.traces().entries(given.message()).get(1).facts())
                .containsEntry("reason", "only what titles need")
                .containsEntry("outcome", "narrower")
                .containsEntry("actor", "AIC");
    }

    static Stream<Answer> wider() {
        return Stream.of(
                less(Set.of("registrationNumber", "organisationCode"), null, null, null, "r"),
                less(null, Set.of("name", "industry"), null, null, "r"),
                less(null, null, TALK.minusDays(1), null, "r"),
                less(Set.of(), null, null, null, "r"),
                less(null, null, null, TALK.minusDays(1), "r"),
                less(Set.of("name"), null, null, null, " "),
                new Answer.Give(
                        new Narrower(Set.of("OTHER"), null, null, null, null, null, null, null), "another purpose"),
                new Answer.Give(new Narrower(null, null, null, null, true, null, null, null), "in batches"),
                new Answer.Give(new Narrower(null, null, null, Set.of("990000"), null, null, null, null), "nowhere"),
                new Answer.Refuse(""),
                new Answer.Refuse("two\nlines"),
                new Answer.Refuse("本人４４０１９９１９９５０６１５００２５不同意"));
    }

    private static Answer less(Set<String> keys, Set<String> fields, LocalDate from, LocalDate to, String reason) {
        return new Answer.Give(new Narrower(null, keys, fields, null, null, null, from, to), reason);
    }

    @Test
    void neverGivesMoreThanWasAskedForNorAnythingWithoutItsReason() {
        GrantRequest request = asked("TITLE-MORE");

        assertThat(wider()).allSatisfy(answer -> assertThat(codes(grants().answer(request.id(), answer, of("AIC"))))
                .contains(FaultCode.GRANT_INVALID));

        assertThat(grants().find(request.id())).contains(request);
        assertThat(entries(request)).containsExactly(EntryKind.GRANT_REQUESTED);
    }

    @Test
    void letsOnlyTheAgencyActWhoseActItIs() {
        assertThat(codes(grants().request(LRH, ENTERPRISES, terms("TITLE-FOREIGN", TALK), of("PLAN"))))
                .containsExactly(FaultCode.GRANT_NOT_YOURS);
        GrantRequest request = asked("TITLE-FOREIGN");

        assertThat(codes(grants().answer(request.id(), giveAll(), of("LRH"))))
                .containsExactly(FaultCode.GRANT_NOT_YOURS);
        assertThat(codes(grants().answer(request.id(), giveAll(), of("PLAN"))))
                .containsExactly(FaultCode.GRANT_UNKNOWN);
        assertThat(codes(grants().withdraw(request.id(), "", of("AIC")))).containsExactly(FaultCode.GRANT_NOT_YOURS);
        assertThat(codes(grants().withdraw("R-2009-999999", "", of("LRH")))).containsExactly(FaultCode.GRANT_UNKNOWN);
        assertThat(codes(grants().revoke("LTAX-QTS-1", "why", of("LTAX")))).containsExactly(FaultCode.GRANT_NOT_YOURS);
        assertThat(codes(grants().revoke("LTAX-QTS-1", "why", of("PLAN")))).containsExactly(FaultCode.GRANT_UNKNOWN);

        assertThat(entries(request)).containsExactly(EntryKind.GRANT_REQUESTED);
        assertThat(done(grants().answer(request.id(), giveAll(), Actor.operator("op")))
                        .state())
                .isEqualTo(State.GRANTED);
    }

    @Test
    void settlesARequestOnce() {
        GrantRequest withdrawn = asked("TITLE-BACK");
        assertThat(done(grants().withdraw(withdrawn.id(), "", of("LRH"))).state())
                .isEqualTo(State.WITHDRAWN);
        GrantRequest refused = asked("TITLE-REFUSED");
        GrantRequest no = done(grants().answer(refused.id(), new Answer.Refuse("no such duty"), of("AIC")));
        assertThat(no.settled()).isEqualTo(new GrantRequest.Act(TALK, "AIC", "no such duty"));

        for (String id : List.of(withdrawn.id(), refused.id())) {
            assertThat(codes(grants().answer(id, giveAll(), of("AIC")))).containsExactly(FaultCode.GRANT_SETTLED);
            assertThat(codes(grants().withdraw(id, "", of("LRH")))).containsExactly(FaultCode.GRANT_SETTLED);
        }
        assertThat(codes(grants().revoke(refused.grantId(), "why", of("AIC"))))
                .containsExactly(FaultCode.GRANT_UNKNOWN);
        assertThat(entries(withdrawn)).containsExactly(EntryKind.GRANT_REQUESTED, EntryKind.GRANT_WITHDRAWN);
        assertThat(entries(refused)).containsExactly(EntryKind.GRANT_REQUESTED, EntryKind.GRANT_REFUSED);
    }

    @Test
    void doesNotTakeTheSameRequestTwice() {
        GrantRequest request = asked("TITLE-TWICE");
        Outcome again = grants().request(LRH, ENTERPRISES, terms("TITLE-TWICE", TALK), of("LRH"));
        assertThat(again).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("overlaps with " + request.id())));

        done(grants().answer(request.id(), giveAll(), of("AIC")));
        assertThat(codes(grants().request(LRH, ENTERPRISES, terms("TITLE-TWICE", TALK), of("LRH"))))
                .containsExactly(FaultCode.GRANT_INVALID);
        grants().revoke(request.grantId(), "misused", of("AIC"));
        assertThat(asked("TITLE-TWICE").id()).isNotEqualTo(request.id());
    }

    @Test
    void revokesOnceAlsoWhatTheFilesGrant() {
        GrantRequest request = done(grants().answer(asked("TITLE-GONE").id(), giveAll(), of("AIC")));

        assertThat(codes(grants().revoke(request.grantId(), "", of("AIC")))).containsExactly(FaultCode.GRANT_INVALID);
        assertThat(grants().revoke(request.grantId(), "misused", of("AIC"))).isInstanceOf(Outcome.Revoked.class);
        assertThat(codes(grants().revoke(request.grantId(), "again", of("AIC"))))
                .containsExactly(FaultCode.GRANT_SETTLED);
        assertThat(grants().find(request.id()).orElseThrow().revoked())
                .isEqualTo(new GrantRequest.Act(TALK, "AIC", "misused"));
        assertThat(entries(request)).endsWith(EntryKind.GRANT_GIVEN, EntryKind.GRANT_REVOKED);
        assertThat(bench.log.traces().find(request.id(), 1).get(0).outcome()).isEqualTo("grant_revoked");

        assertThat(grants().revoke("AGRI-AIC-1", "the duty moved", of("AIC"))).isInstanceOf(Outcome.Revoked.class);
        assertThat(grants().revocation("AGRI-AIC-1").orElseThrow().reason()).isEqualTo("the duty moved");
        assertThat(bench.log.traces().find("AGRI-AIC-1", 10)).hasSize(1);
    }

    @Test
    void letsOneOfManyAnswersCount() throws Exception {
        GrantRequest request = asked("TITLE-RACE");
        ExecutorService answering = Executors.newFixedThreadPool(8);
        List<Callable<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Answer answer = i % 2 == 0 ? giveAll() : new Answer.Refuse("no " + i);
            answers.add(() -> grants().answer(request.id(), answer, of("AIC")));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> outcome : answering.invokeAll(answers)) {
            outcomes.add(outcome.get());
        }
        answering.shutdown();

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(entries(request)).hasSize(2);
    }

    @Test
    void givesNoRightForDaysOnWhichItWasRefused() {
        GrantRequest request =
                done(grants().request(LRH, ENTERPRISES, terms("TITLE-PAST", TALK.minusYears(9)), of("LRH")));

        GrantRequest given = done(bench.on(TALK.plusDays(9)).answer(request.id(), giveAll(), of("AIC")));

        assertThat(given.asked().validFrom()).isEqualTo(TALK.minusYears(9));
        assertThat(given.given()).isNotNull().satisfies(grant -> assertThat(grant.validFrom())
                .isEqualTo(TALK.plusDays(9)));
        assertThat(bench.log.traces().entries(request.message()).get(1).facts()).containsEntry("outcome", "as_asked");
    }

    @Test
    void listsByAgencySubjectAndWhatIsOpen() {
        GrantRequest request = asked("TITLE-LISTED");

        assertThat(grants().list(Filter.ALL)).first().isEqualTo(request);
        assertThat(grants().list(new Filter(GrantBench.of("AIC").agency().orElseThrow(), ENTERPRISES, true)))
                .contains(request)
                .allMatch(open -> open.state() == State.REQUESTED);
        assertThat(grants().list(new Filter(GrantBench.of("PSB").agency().orElseThrow(), ENTERPRISES, false)))
                .isEmpty();
        done(grants().withdraw(request.id(), "", of("LRH")));
        assertThat(grants().list(new Filter(null, null, true))).doesNotContain(request);
    }
}
