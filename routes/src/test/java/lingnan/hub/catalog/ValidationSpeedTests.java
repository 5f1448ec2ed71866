package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what a check costs; the bound is ten times the budget, to fail on a mistake and not on a busy machine. */
@Tag("full")
class ValidationSpeedTests {

    @Test
    void anAnswerOfOneAndAHalfKilobytesIsCheckedAndCutWithinMicroseconds() {
        SubjectSchema schema = ShippedCity.subject("AIC-ENT-REG").schema();
        String ns = ShippedCity.subject("AIC-ENT-REG").namespace();
        String record = "<record><registrationNumber>440199100000011</registrationNumber><name>广州𠮷祥有限公司</name>"
                + "<organisationCode>QQTEXT017</organisationCode><legalRepresentative>欧阳𠮷</legalRepresentative>"
                + "<divisionCode>440104</divisionCode><divisionName>越秀区</divisionName>"
                + "<registeredAddress>广州市越秀区六榕街道一号</registeredAddress><enterpriseType>有限责任公司</enterpriseType>"
                + "<industry>零售业</industry><establishedOn>2007-08-09</establishedOn><status>存续</status></record>";
        byte[] answer = ("<QueryResponse xmlns='" + ns + "'>" + record.repeat(3) + "</QueryResponse>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] query = ("<Query xmlns='" + ns + "'><registrationNumber>440199100000011</registrationNumber></Query>")
                .getBytes(StandardCharsets.UTF_8);
        System.out.println(answer.length + " bytes answer");
        long check = nanos("validateAnswer", () -> schema.validateAnswer(answer));
        long small = nanos("validateQuery", () -> schema.validateQuery(query));
        long cut = nanos("cut", () -> schema.cut(answer, Set.of("name", "status"), Set.of()));

        assertThat(check).isLessThan(450_000);
        assertThat(small).isLessThan(450_000);
        assertThat(cut).isLessThan(450_000);
    }

    private static long nanos(String what, Supplier<?> work) {
        int rounds = 50_000;
        long best = Long.MAX_VALUE;
        for (int turn = 0; turn < 4; turn++) {
            long start = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                if (work.get() == null) {
                    throw new AssertionError();
                }
            }
            best = Math.min(best, (System.nanoTime() - start) / rounds);
        }
        System.out.printf("%s: %.1f µs%n", what, best / 1000.0);
        return best;
    }
}
