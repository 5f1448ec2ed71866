package lingnan.hub.console.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Grant;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantStateTests {

    private static final Grant GRANT = new Grant(
            "LRH-LTAX-1",
            AgencyCode.of("LRH"),
            SubjectCode.of("LTAX-DEED-PAID"),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            false,
            LocalDate.of(2009, 1, 1),
            LocalDate.of(2009, 12, 31),
            Agency.Basis.ASSUMED);

    @ParameterizedTest
    @CsvSource({
        "2008-12-31, NOT_YET",
        "2009-01-01, IN_FORCE",
        "2009-12-31, IN_FORCE",
        "2010-01-01, EXPIRED",
    })
    void holdsOnItsFirstAndOnItsLastDay(LocalDate day, GrantState state) {
        assertThat(GrantState.of(GRANT, null, day)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-12-31, NOT_YET",
        "2009-06-30, IN_FORCE",
        "2009-07-01, REVOKED",
        "2010-01-01, REVOKED",
    })
    void endsOnTheDayOfItsRevocation(LocalDate day, GrantState state) {
        assertThat(GrantState.of(GRANT, new GrantsInForce.Revoked(GRANT, LocalDate.of(2009, 7, 1)), day))
                .isEqualTo(state);
    }
}
