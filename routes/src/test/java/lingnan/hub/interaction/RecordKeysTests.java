package lingnan.hub.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Subject;
import lingnan.hub.messagelog.Key;
import org.junit.jupiter.api.Test;

class RecordKeysTests {

    private static final Subject TRADERS = ShippedCity.subject("AIC-SELF-REG");

    @Test
    void keepsEveryKeyOfTheLargestAnswer() {
        RecordKeys keys = new RecordKeys(TRADERS);
        for (int i = 0; i < 100; i++) {
            keys.accept("registrationNumber", "R" + i);
            keys.accept("shopName", "店" + i);
            keys.accept("operatorId", "P" + i);
        }

        assertThat(TRADERS.keys()).hasSize(3);
        assertThat(keys.found())
                .hasSize(300)
                .contains(
                        new Key("registrationNumber", "R99", false),
                        new Key("shopName", "店99", false),
                        new Key("operatorId", "P99", true));
    }

    @Test
    void isBoundedWhateverAProviderSends() {
        RecordKeys keys = new RecordKeys(TRADERS);
        for (int i = 0; i < 1_000; i++) {
            keys.accept("shopName", "店" + i);
        }

        assertThat(keys.found()).hasSize(300);
    }

    @Test
    void keepsEachOnceWithoutWhatIsNoKey() {
        RecordKeys keys = new RecordKeys(TRADERS);
        keys.accept("shopName", " 𠮷祥 ");
        keys.accept("shopName", "𠮷祥");
        keys.accept("shopName", " ");
        keys.accept("divisionCode", "440103");

        assertThat(keys.found()).containsExactly(new Key("shopName", "𠮷祥", false));
    }
}
