package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import lingnan.hub.kernel.AgencyCode;
import org.junit.jupiter.api.Test;

/** What the operator sets beside the city's files. */
class CitySettingsTests {

    @Test
    void theOperatorSaysWhereAnAgencysSystemRuns() {
        Map<String, URI> elsewhere = Map.of("aic", URI.create("http://10.1.2.3:8081"));

        Snapshot city = CityReader.read(new CitySettings(ShippedCity.FOLDER, elsewhere))
                .snapshot()
                .orElseThrow();

        assertThat(endpoint(city, "AIC")).isEqualTo("http://10.1.2.3:8081/axis/services/EnterpriseService");
        assertThat(endpoint(city, "PSB")).isEqualTo("http://127.0.0.1:9103/PopulationService.asmx");
    }

    @Test
    void answersArePushedToWhereTheOperatorSays() {
        Map<String, URI> elsewhere = Map.of("lrh", URI.create("http://10.1.2.3:8081"));

        Snapshot city = CityReader.read(new CitySettings(ShippedCity.FOLDER, elsewhere))
                .snapshot()
                .orElseThrow();

        assertThat(city.agency(AgencyCode.of("LRH"))).hasValueSatisfying(agency -> assertThat(agency.answers())
                .isEqualTo(URI.create("http://10.1.2.3:8081/answers")));
    }

    @Test
    void tellsOfASettingForAnAgencyThatIsNotThere() {
        Map<String, URI> elsewhere = Map.of("ZZZ", URI.create("http://10.1.2.3:8081"));

        assertThat(CityReader.read(new CitySettings(ShippedCity.FOLDER, elsewhere))
                        .check()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("hub.agencies.ZZZ"));
    }

    private static String endpoint(Snapshot city, String code) {
        return city.agency(AgencyCode.of(code))
                .orElseThrow()
                .calledBy()
                .orElseThrow()
                .endpoint()
                .toString();
    }
}
