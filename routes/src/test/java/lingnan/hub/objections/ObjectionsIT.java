package lingnan.hub.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogAccess;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.objections.Objections.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Objections on a real log: their clock, whom they tell, and what erasure leaves of them. */
class ObjectionsIT {

    private static final LocalDate TALK = LocalDate.of(2009, 11, 10);
    private static final AgencyCode LRH = AgencyCode.of("LRH");
    private static final String PERSON = "440199195506150025";

    private static HubDatabase database;
    private static LogAccess log;

    @BeforeAll
    static void start() throws IOException {
        StorageSettings settings =
                StorageSettings.of(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "objections"));
        database = HubDatabase.open(settings);
        log = LogAccess.to(database, settings);
        JdbcClient.create(database.as(Role.HUB))
                .sql("select messagelog.make_partitions(current_date)")
                .query()
                .listOfRows();
    }

    @AfterAll
    static void stop() {
        database.close();
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
        on(TALK).answer(filed.id(), Verdict.MORE_NEEDED, "请补充", Actor.of(AgencyCode.of("PSB"), "陈"));
        sweep(LocalDate.of(2010, 1, 4));
        assertThat(kinds(filed)).doesNotContain(EntryKind.OBJECTION_DUE, EntryKind.OBJECTION_OVERDUE);

        LocalDate later = LocalDate.of(2010, 1, 4);
        Objection open = on(later).add(filed.id(), "见附件𠮷", Actor.of(LRH, ""));
        assertThat(open.state()).isEqualTo(Objection.State.OPEN);
        assertThat(open.answerBy().due()).isEqualTo(LocalDate.of(2010, 1, 18));
        sweep(LocalDate.of(2010, 1, 19));
        assertThat(kinds(filed)).endsWith(EntryKind.OBJECTION_OVERDUE);
    }

    @Test
    void tellsWhoeverFollowedABodyThatWasShownTheRecord() {
        shown("O3", "GZ/GOV/LSS/MAIN", "name");
        shown("O3", "GZ/GOV/EDU/SCHOOL", "");
        shown("another", "GZ/GOV/HPF/FUND", "");
        Objection filed = file(on(TALK), "O3", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.ACCEPTED, "已更正", Actor.of(AgencyCode.of("PSB"), ""));
        assertThat(told("HRSS", filed)).hasSize(1);
        assertThat(told("EDU", filed)).hasSize(1);
        assertThat(told("LRH", filed)).hasSize(1);
        assertThat(told("LSS", filed)).isEmpty();
        assertThat(told("HPF", filed)).as("shown another record").isEmpty();
    }

    @Test
    void tellsARejectionToTheObjectorAlone() {
        shown("O4", "GZ/GOV/EDU/SCHOOL", "");
        Objection filed = file(on(TALK), "O4", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.REJECTED, "与户口簿一致", Actor.of(AgencyCode.of("PSB"), ""));
        assertThat(told("LRH", filed)).extracting(Notice::outcome).containsExactly(Verdict.REJECTED);
        assertThat(told("EDU", filed)).isEmpty();
    }

    @Test
    void keepsNoValueWhereErasureDoesNotReach() {
        Objection filed = file(on(TALK), PERSON, "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.ACCEPTED, "阿依木已更正", Actor.of(AgencyCode.of("PSB"), ""));
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
                                            filed.id(), Verdict.ACCEPTED, "已更正", Actor.of(AgencyCode.of("PSB"), ""))))
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

    private static Objection file(Objections objections, String key, String client) {
        MessageId interaction = shown(key, client, "");
        Doubt doubt = new Doubt(
                interaction, SubjectCode.of("PSB-POP-BASE"), "citizenId", key, "name", "示例·阿依木", "示例•阿依木", "户口簿");
        return objections.file(LRH, doubt, Actor.of(LRH, ""));
    }

    /** An answered interaction as the flow logs it. */
    private static MessageId shown(String key, String client, String withheld) {
        MessageId message = MessageId.next(Clock.systemUTC());
        log.append(
                "interaction",
                new Entry(
                        EntryKind.ANSWERED,
                        message,
                        clock(TALK).now(),
                        Map.of(
                                Fact.CLIENT,
                                client,
                                Fact.SUBJECT,
                                "PSB-POP-BASE",
                                Fact.OUTCOME,
                                "ok",
                                Fact.WITHHELD,
                                withheld),
                        List.of(),
                        List.of(new Key("citizenId", key, true))));
        return message;
    }

    private static List<Notice> told(String agency, Objection about) {
        return on(TALK).notices(AgencyCode.of(agency), true).stream()
                .filter(notice -> notice.objection().equals(about.id()))
                .toList();
    }

    private static List<EntryKind> kinds(Objection objection) {
        return log.traces().entries(objection.message()).stream()
                .map(LoggedEntry::kind)
                .toList();
    }

    private static Objections on(LocalDate day) {
        return Objections.on(database, log, ShippedCity.snapshot(), clock(day));
    }

    private static void sweep(LocalDate day) {
        DataSource pool = database.as(Role.HUB);
        ObjectionLedger ledger = new ObjectionLedger(
                pool,
                new JdbcTransactionManager(pool),
                (lane, stream, version, entry) -> log.append(pool, lane, stream, version, entry));
        try (ObjectionWatch watch = new ObjectionWatch(ledger, ShippedCity::snapshot, clock(day))) {
            watch.sweep();
        }
    }

    private static BusinessClock clock(LocalDate day) {
        return BusinessClock.simulated(Clock.fixed(
                day.atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
    }
}
