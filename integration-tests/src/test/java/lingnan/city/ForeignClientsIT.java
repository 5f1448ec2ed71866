package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients that hub tests rely on, held against a canonical service that is not the hub. */
class ForeignClientsIT {

    @TempDir
    static Path folder;

    private static City city;

    @BeforeAll
    static void startCity() throws IOException {
        city = City.start(new City.Setting(folder, 1, 50), EnumSet.of(SimulatedAgency.PLAN));
    }

    @AfterAll
    static void stopCity() {
        city.close();
    }

    @ParameterizedTest
    @EnumSource
    void getsNamesBeyondTheBmp(ForeignClient client) throws IOException {
        AgencyProcess plan = city.agency(SimulatedAgency.PLAN);
        String base = "http://127.0.0.1:" + plan.port();
        String key = "permitNumber=" + WellKnown.PERMIT_NUMBER;

        assertThat(client.program()
                        .output(base, "GZ/GOV/LRH/TITLE", "secret", "PLAN-BUILD-PERMIT", key, "builder", "P01", "C1"))
                .isEqualTo(WellKnown.RARE_NAME);
        assertThat(plan.ledger())
                .filteredOn(LedgerLine::isEffect)
                .last()
                .extracting(LedgerLine::key)
                .isEqualTo(WellKnown.PERMIT_NUMBER);
    }

    @Test
    void tellsOfAFault() throws IOException {
        String base = "http://127.0.0.1:" + city.agency(SimulatedAgency.PLAN).port();
        ForeignProgram.Outcome outcome =
                ForeignClient.CURL.program().run(base, "u", "p", "PLAN-BUILD-PERMIT", "nothing=1", "builder");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("Fault");
    }
}
