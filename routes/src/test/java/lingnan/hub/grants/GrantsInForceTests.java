package lingnan.hub.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Grant;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was in force on a day, before and after a revocation. */
class GrantsInForceTests {

    private static final AgencyCode LRH = AgencyCode.of("LRH");
    private static final SubjectCode ENTERPRISES = SubjectCode.of("AIC-ENT-REG");
    private static final Grants GRANTS = new Grants(
            List.of(grant("A", 5, 10), grant("C", 8, null)),
            List.of(
                    new GrantsInForce.Revoked(grant("B", 5, null), day(9)),
                    new GrantsInForce.Revoked(grant("D", 12, null), day(9))));

    private record Grants(List<Grant> all, List<Revoked> revoked) implements GrantsInForce {
        @Override
        public List<Grant> of(AgencyCode consumer, SubjectCode subject) {
            return all;
        }

        @Override
        public List<Revoked> revoked(AgencyCode consumer, SubjectCode subject) {
            return revoked;
        }
    }

    @ParameterizedTest(name = "on the {0}th: {1}")
    @CsvSource({"4, ''", "5, A B", "8, A B C", "9, A C", "10, A C", "11, C", "12, C"})
    void holdsUntilTheDayBeforeItsRevocation(int day, String inForce) {
        assertThat(GRANTS.on(day(day)).stream().map(Grant::id)).isEqualTo(ids(inForce));
        assertThat(GRANTS.on(LRH, ENTERPRISES, day(day)).stream().map(Grant::id))
                .isEqualTo(ids(inForce));
    }

    private static List<String> ids(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2009, 11, day);
    }

    private static Grant grant(String id, int from, @Nullable Integer to) {
        return new Grant(
                id,
                LRH,
                ENTERPRISES,
                List.of(),
                Set.of("name"),
                Set.of("name"),
                Set.of(),
                false,
                false,
                day(from),
                to == null ? null : day(to),
                Agency.Basis.ASSUMED);
    }
}
