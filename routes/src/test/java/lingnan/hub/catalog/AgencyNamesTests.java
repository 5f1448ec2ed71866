package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyNamesTests {

    @TempDir
    Path folder;

    /** The reform of 2009 took effect on 24 September, in China's time. */
    @ParameterizedTest
    @CsvSource({
        "GZ/GOV/PLAN/PERMIT, 2009-09-23T15:59:59Z, 城市规划局",
        "GZ/GOV/PLAN/PERMIT, 2009-09-23T16:00:00Z, 规划局",
        "PLAN, 2009-09-23T16:00:00Z, 规划局",
        "GZ/GOV/LSS/MAIN, 2009-08-01T00:00:00Z, 劳动和社会保障局",
        "GZ/GOV/LSS/MAIN, 2026-01-01T00:00:00Z, 劳动和社会保障局",
        "GZ/GOV/HRSS/EMPLOY, 2009-08-01T00:00:00Z, 人力资源和社会保障局",
        "GZ/GOV/NOBODY/MAIN, 2009-08-01T00:00:00Z, ",
        "console:admin, 2009-08-01T00:00:00Z, ",
        "'', 2009-08-01T00:00:00Z, ",
    })
    void areThoseOfTheDay(String subsystem, Instant then, String name) {
        AgencyNames ofFiles = AgencyNames.read(new CitySettings(ShippedCity.FOLDER, Map.of()));
        AgencyNames ofSnapshot = AgencyNames.of(ShippedCity.snapshot());
        assertThat(ofSnapshot.at(subsystem, then).map(label -> label.zh()).orElse(null))
                .isEqualTo(name);
        assertThat(ofFiles.at(subsystem, then)).isEqualTo(ofSnapshot.at(subsystem, then));
    }

    @Test
    void areNoneWhereThereIsNoCity() {
        AgencyNames names = AgencyNames.read(new CitySettings(folder.resolve("nowhere"), Map.of()));
        assertThat(names.at("GZ/GOV/PLAN/PERMIT", Instant.EPOCH)).isEmpty();
    }
}
