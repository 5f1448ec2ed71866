package lingnan.hub.objections;

import static lingnan.hub.objections.TriedObjections.LRH;
import static lingnan.hub.objections.TriedObjections.TALK;
import static lingnan.hub.objections.TriedObjections.database;
import static lingnan.hub.objections.TriedObjections.doubt;
import static lingnan.hub.objections.TriedObjections.file;
import static lingnan.hub.objections.TriedObjections.kinds;
import static lingnan.hub.objections.TriedObjections.log;
import static lingnan.hub.objections.TriedObjections.on;
import static lingnan.hub.objections.TriedObjections.refusal;
import static lingnan.hub.objections.TriedObjections.shown;
import static lingnan.hub.objections.TriedObjections.sweep;
import static lingnan.hub.objections.TriedObjections.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lingnan.hub.database.Role;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.objections.Objections.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Objections on a real log: their clock, their order, and what erasure leaves of them. */
class ObjectionsIT {

    private static final String PERSON = "440199195506150025";

    @BeforeAll
    static void start() throws IOException {
        TriedObjections.start();
    }

    @AfterAll
    static void stop() {
        TriedObjections.stop();
    }

    @Test
    void warnsBeforeTheAnswerIsDueAndTellsOnceWhenItIsOverdue() {
        Objection filed = file(on(TALK), "O1", "GZ/GOV/LRH/TITLE");
        assertThat(filed.answerBy().due()).isEqualTo(LocalDate.of(2009, 11, 24));
        assertThat(filed.answerBy().warnOn()).isEqualTo(LocalDate.of(2009, 11, 20));

        sweep(LocalDate.of(2009, 11, 19));
        assertThat(kinds(filed)).containsExactly(EntryKind.OBJECTION_FILED);
        sweep(LocalDate.of(2009, 11, 20));
        sweep(LocalDate.of(2009, 11, 24));
        assertThat(kinds(filed)).containsExactly(EntryKind.OBJECTION_FILED, EntryKind.OBJECTION_DUE);
        sweep(LocalDate.of(2009, 11, 25));
        sweep(LocalDate.of(2009, 12, 25));
        assertThat(kinds(filed))
                .containsExactly(EntryKind.OBJECTION_FILED, EntryKind.OBJECTION_DUE, EntryKind.OBJECTION_OVERDUE);
    }

    @Test
    void runsNoClockWhileTheObjectorIsAskedAndANewOneAfterwards() {
        Objection filed = file(on(TALK), "O2", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.MORE_NEEDED, "请补充", Actor.of(AgencyCode.of("PSB")));
        sweep(LocalDate.of(2010, 1, 4));
        assertThat(kinds(filed)).doesNotContain(EntryKind.OBJECTION_DUE, EntryKind.OBJECTION_OVERDUE);

        LocalDate later = LocalDate.of(2010, 1, 4);
        Objection open = on(later).add(filed.id(), "见附件𠮷", Actor.of(LRH));
        assertThat(open.state()).isEqualTo(Objection.State.OPEN);
        assertThat(open.answerBy().due()).isEqualTo(LocalDate.of(2010, 1, 18));
        sweep(LocalDate.of(2010, 1, 19));
        assertThat(kinds(filed)).endsWith(EntryKind.OBJECTION_OVERDUE);
    }

    @Test
    void listsWhatIsOpenByTheDayOnWhichItIsDue() {
        String late = file(on(TALK.plusDays(7)), "O13", "GZ/GOV/LRH/TITLE").id();
        String soon = file(on(TALK.minusDays(7)), "O14", "GZ/GOV/LRH/TITLE").id();
        assertThat(on(TALK).overview(new Objections.Filter(Optional.of(LRH), true)))
                .extracting(Objection::id)
                .containsSubsequence(soon, late);
    }

    @Test
    void tellsARejectionToTheObjectorAlone() {
        shown("O4", "GZ/GOV/EDU/SCHOOL", "");
        Objection filed = file(on(TALK), "O4", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.REJECTED, "与户口簿一致", Actor.of(AgencyCode.of("PSB")));
        assertThat(told("LRH", filed)).extracting(Notice::outcome).containsExactly(Verdict.REJECTED);
        assertThat(told("EDU", filed)).isEmpty();
    }

    /** The labour bureau went over into HRSS on 24 September 2009. */
    @Test
    void theSuccessorGoesOnWithWhatItsPredecessorObjectedTo() {
        LocalDate before = LocalDate.of(2009, 9, 21);
        AgencyCode labour = AgencyCode.of("LSS");
        AgencyCode successor = AgencyCode.of("HRSS");
        MessageId interaction = shown("R6", "GZ/GOV/LSS/MAIN", "");
        Objection filed = on(before).file(labour, doubt(interaction, "R6"), Actor.of(labour));
        on(before).answer(filed.id(), Verdict.MORE_NEEDED, "请补充", Actor.of(AgencyCode.of("PSB")));

        assertThat(on(TALK).overview(new Objections.Filter(Optional.of(successor), true)))
                .extracting(Objection::id)
                .contains(filed.id());
        assertThat(told("HRSS", filed)).hasSize(1);
        assertThat(refusal(() -> on(TALK).add(filed.id(), "见附件", Actor.of(labour))))
                .startsWith(FaultCode.OBJECTION_NOT_YOURS.toString());
        on(TALK).add(filed.id(), "见附件", Actor.of(successor));
        on(TALK).answer(filed.id(), Verdict.REJECTED, "与户口簿一致", Actor.of(AgencyCode.of("PSB")));

        Notice last = told("HRSS", filed).get(0);
        assertThat(last.outcome()).isEqualTo(Verdict.REJECTED);
        assertThat(last.agency()).isEqualTo(successor);
        assertThat(on(TALK).acknowledge(last.id(), Actor.of(successor)).acknowledgedOn())
                .isEqualTo(TALK);
        assertThat(log.traces().entries(filed.message()))
                .extracting(entry -> entry.facts().get("client"))
                .startsWith("GZ/GOV/LSS")
                .endsWith("GZ/GOV/HRSS");
    }

    @Test
    void keepsNoValueWhereErasureDoesNotReach() {
        Objection filed = file(on(TALK), PERSON, "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.ACCEPTED, "阿依木已更正", Actor.of(AgencyCode.of("PSB")));
        assertThat(on(TALK).find(filed.id()).orElseThrow().doubt().orElseThrow().seen())
                .isEqualTo("示例·阿依木");
        JdbcClient auditor = JdbcClient.create(database.as(Role.HUB));
        for (String table : List.of("objections.objection", "objections.notice", "messagelog.entry")) {
            assertThat(auditor.sql("select count(*) from " + table + " t where t::text like '%阿依木%' or t::text like '%"
                                    + PERSON + "%'")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(auditor.sql("select count(*) from messagelog.search_key where lookup = ?")
                        .param(PERSON)
                        .query(Long.class)
                        .single())
                .isZero();

        log.eraser().erase(filed.message(), "test", "a test");
        Dossier left = on(TALK).find(filed.id()).orElseThrow();
        assertThat(left.doubt()).isEmpty();
        assertThat(left.said()).extracting(Dossier.Said::text).containsOnly("");
        assertThat(told("LRH", filed)).extracting(Notice::record).containsOnly(Optional.empty());
    }

    @Test
    void takesOneOfTwoAnswersThatComeAtOnce() throws Exception {
        Objection filed = file(on(TALK), "O5", "GZ/GOV/LRH/TITLE");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Optional<FaultCode>> answer =
                    () -> Optional.ofNullable(catchThrowableOfType(HubFault.class, () -> on(TALK).answer(
                                            filed.id(), Verdict.ACCEPTED, "已更正", Actor.of(AgencyCode.of("PSB")))))
                            .map(HubFault::code);
            List<Optional<FaultCode>> outcomes = two.invokeAll(List.of(answer, answer)).stream()
                    .map(ObjectionsIT::result)
                    .toList();
            assertThat(outcomes).containsExactlyInAnyOrder(Optional.empty(), Optional.of(FaultCode.OBJECTION_SETTLED));
        } finally {
            two.shutdownNow();
        }
        assertThat(kinds(filed))
                .filteredOn(EntryKind.OBJECTION_ACCEPTED::equals)
                .hasSize(1);
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
