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
import java.util.List;
import java.util.Set;
import lingnan.hub.grants.GrantRequest.State;
import lingnan.hub.grants.GrantRequests.Filter;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.grants.GrantRequests.Side;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.SubjectCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests across a reform: the labour bureau (LSS) went over into HRSS on 24 September 2009. */
class GrantSuccessionIT {

    private static GrantBench bench;

    @BeforeAll
    static void start() {
        bench = new GrantBench("grant-succession");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void theSuccessorAnswersWhatItsPredecessorWasAsked() {
        LocalDate before = LocalDate.of(2009, 9, 21);
        GrantTerms like = terms("TITLE-REFORM", before);
        GrantTerms terms = new GrantTerms(
                like.purposes(), Set.of("employmentNumber"), Set.of("employer"), Set.of(), false, true, before, null);
        GrantRequest request = done(bench.on(before).request(LRH, SubjectCode.of("HRSS-EMPLOY"), terms, of("LRH")));
        assertThat(request.provider()).hasToString("LSS");

        assertThat(bench.on(TALK).list(new Filter(AgencyCode.of("HRSS"), null, true)))
                .contains(request);
        assertThat(codes(bench.on(TALK).answer(request.id(), giveAll(), of("LSS"))))
                .containsExactly(FaultCode.GRANT_NOT_YOURS);
        assertThat(done(bench.on(TALK).answer(request.id(), giveAll(), of("HRSS")))
                        .state())
                .isEqualTo(State.GRANTED);
        assertThat(bench.log.traces().entries(request.message()))
                .extracting(entry -> entry.facts().get("provider"))
                .containsExactly("GZ/GOV/LSS", "GZ/GOV/HRSS");
    }

    @Test
    void theSuccessorWithdrawsWhatItsPredecessorAskedFor() {
        LocalDate before = LocalDate.of(2009, 9, 21);
        AgencyCode labour = AgencyCode.of("LSS");
        AgencyCode successor = AgencyCode.of("HRSS");
        GrantRequest request =
                done(bench.on(before).request(labour, ENTERPRISES, terms("LABOUR-REFORM", before), of("LSS")));

        assertThat(bench.on(before).list(new Filter(successor, null, false))).doesNotContain(request);
        assertThat(bench.on(TALK).list(new Filter(successor, Side.CONSUMER, null, true)))
                .contains(request);
        assertThat(bench.on(TALK).list(new Filter(successor, Side.PROVIDER, null, true)))
                .doesNotContain(request);
        assertThat(codes(bench.on(TALK).answer(request.id(), giveAll(), of("AIC"))))
                .as("nobody could use it")
                .containsExactly(FaultCode.GRANT_INVALID);
        assertThat(codes(bench.on(TALK).withdraw(request.id(), "", of("LSS"))))
                .containsExactly(FaultCode.GRANT_NOT_YOURS);
        assertThat(codes(bench.on(TALK).withdraw(request.id(), "", of("CAB"))))
                .containsExactly(FaultCode.GRANT_UNKNOWN);

        assertThat(done(bench.on(TALK).withdraw(request.id(), "", of("HRSS"))).state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(bench.log.traces().entries(request.message()))
                .extracting(entry -> entry.facts().get("client"))
                .containsExactly("GZ/GOV/LSS", "GZ/GOV/HRSS");
    }

    private static List<FaultCode> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .problems().stream().map(GrantRequests.Problem::code).toList();
    }
}
