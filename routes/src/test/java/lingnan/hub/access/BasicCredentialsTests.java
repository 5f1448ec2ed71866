package lingnan.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTests {

    @ParameterizedTest
    @CsvSource({
        "AIC:secret, AIC, secret",
        "GZ/GOV/AIC/ENT:a:b:c, GZ/GOV/AIC/ENT, a:b:c",
        "AIC:, AIC, ''",
        "AIC:密码𠮷, AIC, 密码𠮷"
    })
    void readsUserAndPassword(String text, String user, String password) {
        assertThat(BasicCredentials.parse("bAsIc " + encoded(text))).contains(new BasicCredentials(user, password));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!!",
                "Bearer QUlDOng=",
                "Basic QUlD",
                "Basic OnBhc3M=",
                "Basic /////w=="
            })
    void refusesWhatIsNoSuchHeader(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @Test
    void refusesAHeaderThatIsTooLong() {
        assertThat(BasicCredentials.parse("Basic " + encoded("AIC:" + "x".repeat(4000))))
                .isEmpty();
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(new BasicCredentials("AIC", "secret")).hasToString("BasicCredentials[AIC]");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
