package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lingnan.city.browser.Chromium;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Somebody with a browser who gets into a hub's console for the first time. */
final class Visitor {

    private static final String PASSWORD = "第一天的密码 pear-lantern";

    private Visitor() {}

    /** Skips with the line that installs it; on CI its absence is a failure. */
    static Path chromium() {
        Optional<Path> program = Chromium.installed();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("CI must have this: " + Chromium.INSTALL);
        }
        Assumptions.assumeTrue(program.isPresent(), "to run this test: " + Chromium.INSTALL);
        return program.orElseThrow();
    }

    static void signInForTheFirstTime(HubProcess hub, Chromium browser) throws IOException {
        String first = Files.readString(hub.data().resolve("console-first-password.txt"), UTF_8)
                .strip();
        signIn(hub, browser, first);
        assertThat(browser.address().getPath()).isEqualTo("/password");
        browser.open(hub.console().resolve("find"));
        assertThat(browser.address().getPath())
                .as("nothing else before the change")
                .isEqualTo("/password");

        browser.type("[name=current]", first);
        browser.type("[name=chosen]", PASSWORD);
        browser.type("[name=repeated]", PASSWORD);
        browser.follow("main button");
        assertThat(browser.text(".notice")).contains("密码已更改");
        assertThat(hub.data().resolve("console-first-password.txt")).doesNotExist();

        signIn(hub, browser, PASSWORD);
        assertThat(browser.address().getPath()).isEqualTo("/find");
    }

    private static void signIn(HubProcess hub, Chromium browser, String password) throws IOException {
        browser.open(hub.console().resolve("login"));
        browser.type("[name=username]", "admin");
        browser.type("[name=password]", password);
        browser.follow("main button");
    }
}
