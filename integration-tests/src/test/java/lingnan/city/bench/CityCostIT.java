package lingnan.city.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten times as many subjects cost a hub a quarter more at most, at its start and while it is idle. */
@Tag("full")
class CityCostIT {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void staysWithinAQuarter() throws IOException {
        CityCost cost = CityCost.measure(folder, ROUNDS, System.out);
        cost.print(System.out);

        assertThat(cost.budgets()).hasSize(2).allMatch(Budget::isMet);
    }
}
