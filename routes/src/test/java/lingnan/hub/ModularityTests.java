package lingnan.hub;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void usesOnlyTheArrowsThatPackagesDeclare() {
        ApplicationModules.of(Hub.class).verify();
    }
}
