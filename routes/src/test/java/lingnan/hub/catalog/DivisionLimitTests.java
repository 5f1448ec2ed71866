package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionLimitTests {

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource(textBlock = """
        440000,       440103,       true
        440000,       450103,       false
        440100,       440103,       true
        440100,       440104001,    true
        440100,       440199,       true
        440100,       440100,       true
        440100,       440200,       false
        440100,       440000,       false
        440103,       440103,       true
        440103,       440103001,    true
        440103,       ' 440103 ',   true
        440103,       440104,       false
        440103,       44010,        false
        440103,       '',           false
        440110,       440110,       true
        440110,       440119,       false
        440104001,    440104001,    true
        440104001,    440104001002, true
        440104001,    440104002,    false
        440104001,    440104,       false
        440104000,    440104001,    true
        440104001000, 440104001005, true
        440103,       ４４０１０３,  false
        """)
    void coversADivisionAndAllBelowIt(String granted, String division, boolean covers) {
        assertThat(DivisionLimit.of(Set.of(granted)).covers(division)).isEqualTo(covers);
    }

    @Test
    void knowsWhichFieldsSayWhereARecordIsFrom() {
        assertThat(DivisionLimit.fields(ShippedCity.subject("AIC-ENT-REG"))).containsExactly("divisionCode");
        assertThat(DivisionLimit.fields(ShippedCity.subject("PSB-POP-BASE"))).hasSizeGreaterThan(1);
        assertThat(DivisionLimit.fields(ShippedCity.subject("QTS-ORG-CODE"))).isEmpty();
    }
}
