package lingnan.hub.objections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lingnan.hub.objections.TriedObjections.LRH;
import static lingnan.hub.objections.TriedObjections.TALK;
import static lingnan.hub.objections.TriedObjections.clock;
import static lingnan.hub.objections.TriedObjections.doubt;
import static lingnan.hub.objections.TriedObjections.file;
import static lingnan.hub.objections.TriedObjections.kinds;
import static lingnan.hub.objections.TriedObjections.log;
import static lingnan.hub.objections.TriedObjections.object;
import static lingnan.hub.objections.TriedObjections.on;
import static lingnan.hub.objections.TriedObjections.refusal;
import static lingnan.hub.objections.TriedObjections.sent;
import static lingnan.hub.objections.TriedObjections.shown;
import static lingnan.hub.objections.TriedObjections.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.objections.Objections.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom a correction is told on a real log, and that nobody learns by an objection what it was not shown. */
class ObjectionReceiversIT {

    @BeforeAll
    static void start() throws IOException {
        TriedObjections.start();
    }

    @AfterAll
    static void stop() {
        TriedObjections.stop();
    }

    @Test
    void tellsWhoeverFollowedABodyThatWasShownTheRecord() {
        shown("O3", "GZ/GOV/LSS/MAIN", "name");
        shown("O3", "GZ/GOV/EDU/SCHOOL", "");
        shown("another", "GZ/GOV/HPF/FUND", "");
        Objection filed = file(on(TALK), "O3", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.ACCEPTED, "已更正", Actor.of(AgencyCode.of("PSB")));
        assertThat(told("HRSS", filed)).hasSize(1);
        assertThat(told("EDU", filed)).hasSize(1);
        assertThat(told("LRH", filed)).hasSize(1);
        assertThat(told("LSS", filed)).isEmpty();
        assertThat(told("HPF", filed)).as("shown another record").isEmpty();
    }

    @Test
    void namesNoRecordToAnAgencyFromWhichItsKeyWasWithheld() {
        shown("O6", "GZ/GOV/EDU/SCHOOL", "citizenId name");
        shown("O6", "GZ/GOV/HPF/FUND", "citizenId");
        shown("O6", "GZ/GOV/HPF/FUND", "name");
        Objection filed = file(on(TALK), "O6", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.ACCEPTED, "已更正", Actor.of(AgencyCode.of("PSB")));
        assertThat(told("EDU", filed)).extracting(Notice::record).containsExactly(Optional.empty());
        Optional<Notice.RecordKey> named = Optional.of(new Notice.RecordKey("citizenId", "O6"));
        assertThat(told("HPF", filed))
                .as("shown it once")
                .extracting(Notice::record)
                .containsExactly(named);
        assertThat(told("LRH", filed)).extracting(Notice::record).containsExactly(named);
    }

    @Test
    void tellsNobodyOfARecordOfADivisionThatItMayNotSee() {
        Body cut = sent("<QueryResponse><record><citizenId>O8</citizenId></record></QueryResponse>");
        shown("GZ/GOV/EDU/SCHOOL", "", List.of(cut), "O7", "O8");
        shown(
                "GZ/GOV/HPF/FUND",
                "",
                List.of(sent("<QueryResponse><record><citizenId>O7</citizenId></record></QueryResponse>")),
                "O7",
                "O8");
        Objection filed = file(on(TALK), "O7", "GZ/GOV/LRH/TITLE");
        on(TALK).answer(filed.id(), Verdict.ACCEPTED, "已更正", Actor.of(AgencyCode.of("PSB")));
        assertThat(told("EDU", filed)).isEmpty();
        assertThat(told("HPF", filed)).hasSize(1);

        MessageId interaction = shown("GZ/GOV/LRH/TITLE", "", List.of(cut), "O7", "O8");
        assertThat(refusal(() -> object(interaction, "O7"))).isEqualTo(refusal(() -> object(interaction, "nobody's")));
        assertThat(object(interaction, "O8").state()).isEqualTo(Objection.State.OPEN);
    }

    @Test
    void tellsNoRightGuessOfAWithheldKeyFromAWrongOne() {
        MessageId interaction = shown("O9", "GZ/GOV/LRH/TITLE", "citizenId birthDate");
        assertThat(refusal(() -> object(interaction, "O9")))
                .isEqualTo(refusal(() -> object(interaction, "nobody's")))
                .contains("held no record");
    }

    @Test
    void takesTheMessageOfAnAnswerThatWasGivenAgain() {
        MessageId first = shown("O10", "GZ/GOV/LRH/TITLE", "");
        MessageId again = MessageId.next(Clock.systemUTC());
        Map<Fact, String> facts = Map.of(
                Fact.CLIENT, "GZ/GOV/LRH/TITLE", Fact.SUBJECT, "PSB-POP-BASE", Fact.RELATES_TO, first.toString());
        log.append(
                "interaction", new Entry(EntryKind.REPEATED, again, clock(TALK).now(), facts, List.of(), List.of()));
        assertThat(object(again, "O10").interaction()).isEqualTo(again);
    }

    @Test
    void doesACommandOnceThatComesAgain() {
        MessageId interaction = shown("O11", "GZ/GOV/LRH/TITLE", "");
        byte[] filing = "filing".getBytes(UTF_8);
        byte[] answering = "answering".getBytes(UTF_8);
        Objection filed = on(TALK).under(filing).file(LRH, doubt(interaction, "O11"), Actor.of(LRH));
        Actor psb = Actor.of(AgencyCode.of("PSB"));
        Objection answered = on(TALK).under(answering).answer(filed.id(), Verdict.ACCEPTED, "已更正", psb);

        assertThat(on(TALK).under(filing).file(LRH, doubt(interaction, "O11"), Actor.of(LRH)))
                .as("as it stands now")
                .isEqualTo(answered);
        assertThat(on(TALK).under(answering).answer(filed.id(), Verdict.ACCEPTED, "已更正", psb))
                .isEqualTo(answered);
        assertThat(kinds(filed))
                .containsExactly(EntryKind.OBJECTION_FILED, EntryKind.OBJECTION_ACCEPTED, EntryKind.NOTICE_GIVEN);

        byte[] early = "early".getBytes(UTF_8);
        Objection open = file(on(TALK), "O12", "GZ/GOV/LRH/TITLE");
        assertThat(refusal(() -> on(TALK).under(early).add(open.id(), "执照", Actor.of(LRH))))
                .contains("has not asked");
        on(TALK).answer(open.id(), Verdict.MORE_NEEDED, "请补充", psb);
        assertThat(on(TALK).under(early).add(open.id(), "执照", Actor.of(LRH)).state())
                .as("what was refused may be sent again")
                .isEqualTo(Objection.State.OPEN);
    }
}
