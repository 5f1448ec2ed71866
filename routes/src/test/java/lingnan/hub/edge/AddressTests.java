package lingnan.hub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @Test
    void namesASubject() {
        Address address = Address.parse("/services/AIC-ENT-REG");
        assertThat(address.subject()).hasToString("Optional[AIC-ENT-REG]");
        assertThat(address.version()).isEmpty();
    }

    @Test
    void namesAPinnedVersion() {
        assertThat(Address.parse("/services/AIC-ENT-REG/v12").version()).hasValue(12);
    }

    @Test
    void namesOneOfTheHubsOwnServices() {
        assertThat(Address.parse("/services/trace").contract()).contains("trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services/",
                "/services/AIC",
                "/services/aic-ent-reg",
                "/services/AIC-ENT-REG/v0",
                "/services/AIC-ENT-REG/../trace",
                "/services/AIC-ENT-REG;x=1",
                "/services/AIC-ENT-REG/v99999",
                "/legacy/AIC/Anything"
            })
    void namesNothingElse(String path) {
        Address address = Address.parse(path);
        assertThat(address.subject()).isEmpty();
        assertThat(address.contract()).isEmpty();
    }
}
