package lingnan.hub.grants;

import static lingnan.hub.grants.GrantBench.ENTERPRISES;
import static lingnan.hub.grants.GrantBench.LRH;
import static lingnan.hub.grants.GrantBench.PEOPLE;
import static lingnan.hub.grants.GrantBench.done;
import static lingnan.hub.grants.GrantBench.giveAll;
import static lingnan.hub.grants.GrantBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.LoggedEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks of requests: the rule of the day, in working days, each told once. */
class GrantWatchIT {

    private static GrantBench bench;

    @BeforeAll
    static void start() {
        bench = new GrantBench("grant-watch");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    /** 2009: a week with National Day. 2025: assumed working days. */
    @ParameterizedTest(name = "{0} on {1}: {2} {3}")
    @CsvSource(textBlock = """
        AIC-ENT-REG,  2009-11-10, BY-FUNCTION,           2009-11-16, 2009-11-17, false
        PSB-POP-BASE, 2009-11-10, BY-FUNCTION,           2009-11-20, 2009-11-24, false
        PSB-POP-BASE, 2009-09-25, BY-FUNCTION,           2009-10-13, 2009-10-15, false
        AIC-ENT-REG,  2016-09-04, BY-FUNCTION,           2016-09-08, 2016-09-09, true
        AIC-ENT-REG,  2016-09-05, INTERIM-MEASURES-2016, 2016-09-05, 2016-09-05, true
        PSB-POP-BASE, 2025-07-31, INTERIM-MEASURES-2016, 2025-08-12, 2025-08-14, true
        AIC-ENT-REG,  2025-08-01, DECREE-809,            2025-08-01, 2025-08-04, true
        PSB-POP-BASE, 2025-08-01, DECREE-809,            2025-08-13, 2025-08-15, true
        """)
    void theRuleOfTheDayOfTheRequestSetsItsClock(
            String subject, LocalDate day, String rule, LocalDate warn, LocalDate due, boolean assumed) {
        GrantRequest request = asked(subject, day, "CLOCK-" + subject.substring(0, 3) + "-" + day);

        assertThat(request.rule()).isEqualTo(rule);
        assertThat(request.answerBy().warnOn()).isEqualTo(warn);
        assertThat(request.answerBy().due()).isEqualTo(due);
        assertThat(request.answerBy().assumed()).isEqualTo(assumed);
        assertThat(request.isOverdueOn(due)).isFalse();
        assertThat(request.isOverdueOn(due.plusDays(1))).isTrue();
    }

    @Test
    void warnsBeforeTheAnswerIsDueAndTellsWhenItIsOverdue() {
        LocalDate day = LocalDate.of(2011, 3, 1);
        GrantRequest request = asked("PSB-POP-BASE", day, "WARNED");
        LocalDate warn = request.answerBy().warnOn();
        LocalDate due = request.answerBy().due();

        bench.watch(warn.minusDays(1)).sweep();
        assertThat(told(request)).isEmpty();
        IntStream.range(0, 3).parallel().forEach(hub -> bench.watch(warn).sweep());
        assertThat(told(request)).containsExactly(EntryKind.GRANT_DUE);
        bench.watch(due).sweep();
        assertThat(told(request)).containsExactly(EntryKind.GRANT_DUE);
        IntStream.range(0, 3).parallel().forEach(hub -> bench.watch(due.plusDays(1))
                .sweep());
        assertThat(told(request)).containsExactly(EntryKind.GRANT_DUE, EntryKind.GRANT_OVERDUE);

        done(bench.on(due.plusDays(2)).answer(request.id(), giveAll(), of("PSB")));
        bench.watch(due.plusDays(2)).sweep();
        assertThat(told(request)).hasSize(2);
        assertThat(bench.log.verifier().verify().findings()).isEmpty();
    }

    @Test
    void tellsNothingOfARequestThatWasAnsweredInTime() {
        LocalDate day = LocalDate.of(2012, 3, 1);
        GrantRequest request = asked("PSB-POP-BASE", day, "IN-TIME");
        done(bench.on(day).answer(request.id(), giveAll(), of("PSB")));

        bench.watch(day.plusMonths(2)).sweep();

        assertThat(told(request)).isEmpty();
    }

    @Test
    void watchesWhatWasGrantedUntilItIsShared() {
        LocalDate day = LocalDate.of(2013, 3, 1);
        GrantTerms terms = GrantBench.terms("BATCH", day);
        GrantTerms standing =
                new GrantTerms(terms.purposes(), terms.keys(), terms.fields(), Set.of(), true, false, day, null);
        GrantRequest request = done(bench.on(day).request(LRH, ENTERPRISES, standing, of("LRH")));
        GrantRequest given = done(bench.on(day).answer(request.id(), giveAll(), of("AIC")));
        assertThat(given.sharing()).isNotNull();
        LocalDate due = given.sharing().by().due();
        assertThat(due).isEqualTo("2013-03-29");

        bench.watch(due.plusDays(1)).sweep();
        assertThat(told(request)).containsExactly(EntryKind.GRANT_OVERDUE);
        assertThat(bench.on(due).find(request.id()).orElseThrow().isOverdueOn(due.plusDays(1)))
                .isTrue();

        GrantRequest shared = done(bench.on(due.plusDays(2)).shared(request.id(), of("AIC")));
        assertThat(shared.isOverdueOn(due.plusDays(3))).isFalse();
        bench.watch(due.plusDays(9)).sweep();
        assertThat(told(request)).containsExactly(EntryKind.GRANT_OVERDUE, EntryKind.GRANT_SHARED);
    }

    @Test
    void tellsOnceThatAGrantHasReachedItsLastDay() {
        LocalDate day = LocalDate.of(2014, 3, 3);
        GrantTerms terms = GrantBench.terms("SHORT", day);
        GrantTerms week = new GrantTerms(
                terms.purposes(), terms.keys(), terms.fields(), Set.of(), false, false, day, day.plusDays(6));
        GrantRequest request = done(bench.on(day).request(LRH, ENTERPRISES, week, of("LRH")));
        done(bench.on(day).answer(request.id(), giveAll(), of("AIC")));

        bench.watch(day.plusDays(6)).sweep();
        assertThat(told(request)).isEmpty();
        bench.watch(day.plusDays(7)).sweep();
        bench.watch(day.plusDays(8)).sweep();
        assertThat(told(request)).containsExactly(EntryKind.GRANT_EXPIRED);
    }

    @Test
    void aRowThatCannotBeReadKeepsNoOtherFromBeingTold() {
        LocalDate day = LocalDate.of(2015, 3, 2);
        GrantRequest broken = asked("PSB-POP-BASE", day, "BROKEN");
        GrantRequest sound = asked("PSB-POP-BASE", day, "SOUND");
        JdbcClient rows = JdbcClient.create(bench.database.as(Role.HUB));
        rows.sql("update grants.request set asked = 'no terms' where id = ?")
                .param(broken.id())
                .update();

        bench.watch(sound.answerBy().due()).sweep();

        assertThat(told(sound)).containsExactly(EntryKind.GRANT_DUE);
        rows.sql("update grants.request set asked = ? where id = ?")
                .params(TermsText.json(broken.asked()), broken.id())
                .update();
        bench.watch(broken.answerBy().due()).sweep();
        assertThat(told(broken)).containsExactly(EntryKind.GRANT_DUE);
    }

    @Test
    void theShippedRulesFollowEachOtherWithoutAGap() {
        Snapshot city = ShippedCity.snapshot();
        assertThat(city.sharingRules()).hasSize(3);
        assertThat(city.sharingRule(LocalDate.of(2006, 9, 30))).isEmpty();
        for (LocalDate day = LocalDate.of(2006, 10, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            assertThat(city.sharingRule(day)).isPresent();
        }
    }

    private static GrantRequest asked(String subject, LocalDate day, String purpose) {
        GrantTerms terms =
                subject.equals(PEOPLE.value()) ? GrantBench.people(purpose, day) : GrantBench.terms(purpose, day);
        return done(bench.on(day).request(LRH, SubjectCode.of(subject), terms, of("LRH")));
    }

    /** What was told after the request was made and answered. */
    private static List<EntryKind> told(GrantRequest request) {
        return bench.log.traces().entries(request.message()).stream()
                .map(LoggedEntry::kind)
                .filter(kind -> kind != EntryKind.GRANT_REQUESTED && kind != EntryKind.GRANT_GIVEN)
                .toList();
    }
}
