package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import lingnan.city.browser.Chromium;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor's first day, in a real browser at a real hub: sign in, find what an enterprise was asked about, read it. */
class ConsoleBrowserIT {

    private static final int PHONE = 390;

    @TempDir
    Path folder;

    @Test
    void signsInFindsAMessageAndReadsItInBothLanguages() throws IOException {
        Path program = Visitor.chromium();
        try (City city = City.start(new City.Setting(folder.resolve("city"), 1, 50), EnumSet.of(SimulatedAgency.AIC));
                HubProcess hub = HubProcess.start(HubProcess.Setting.of(folder.resolve("hub"), city));
                Chromium browser = Chromium.start(program, folder.resolve("profile"), "zh-CN")) {
            String message = ask(hub);

            Visitor.signInForTheFirstTime(hub, browser);
            find(browser, message);
            readInChinese(browser);
            readInEnglish(hub, browser, message);
            browser.follow(".who button");
            assertThat(browser.text(".notice")).contains("signed out");

            assertThat(browser.complaints()).isEmpty();
            assertThat(HubCommand.run(hub, "trace", message).output()).contains("console:admin");
            HubCommand.run(hub, "trace", WellKnown.REGISTRATION_NUMBER);
            assertThat(HubCommand.run(hub, "trace", WellKnown.REGISTRATION_NUMBER)
                            .output()
                            .lines()
                            .filter(line -> line.startsWith("message ")))
                    .as("looks are no messages")
                    .containsExactly("message " + message);
        }
    }

    private static String ask(HubProcess hub) throws IOException {
        Reply reply = hub.client("GZ/GOV/LTAX/TAX")
                .query(Question.about("AIC-ENT-REG", "registrationNumber", WellKnown.REGISTRATION_NUMBER)
                        .purpose("TAX-COMPARE"));
        assertThat(reply.field("name")).isEqualTo(WellKnown.ENTERPRISE_NAME);
        return reply.messageId().orElseThrow();
    }

    private static void find(Chromium browser, String message) throws IOException {
        browser.type("#key", "440199999999999");
        browser.follow(".search button");
        assertThat(browser.count(".results tbody tr")).isZero();
        assertThat(browser.text(".listing h2")).contains("没有找到");

        browser.type("#key", WellKnown.REGISTRATION_NUMBER);
        browser.follow(".search button");
        assertThat(browser.count(".results tbody tr")).isEqualTo(1);
        assertThat(browser.text(".results tbody tr")).contains("地方税务局", "工商行政管理局", "企业登记信息", "已答复");
        assertThat(browser.address().toString())
                .as("what was searched stands in no address")
                .doesNotContain(WellKnown.REGISTRATION_NUMBER);
        assertThat(browser.text(".searches")).contains("admin");
        assertThat(browser.isTooWide(PHONE)).isFalse();

        browser.follow(".results tbody a");
        assertThat(browser.address().getPath()).isEqualTo("/messages/" + message);
    }

    private static void readInChinese(Chromium browser) throws IOException {
        assertThat(browser.text("h1")).contains("地方税务局", "工商行政管理局");
        assertThat(browser.text(".line")).contains("已受理", "已答复", "edge-1#");
        assertThat(browser.text("aside")).contains("TAX-COMPARE", "《税收征收管理法》第六条", "法定代表人身份号码");
        assertThat(browser.text(".passage")).contains(WellKnown.REGISTRATION_NUMBER, "queryEnterprise");
        assertThat(browser.text(".passage ~ .passage"))
                .contains(WellKnown.ENTERPRISE_NAME, "enterpriseType", "multiRef")
                .doesNotContain(WellKnown.CITIZEN_ID);
        assertThat(browser.isTooWide(PHONE)).isFalse();
    }

    private static void readInEnglish(HubProcess hub, Chromium browser, String message) throws IOException {
        browser.follow(".language");
        browser.open(hub.console().resolve("messages/" + message));
        assertThat(browser.text("h1")).contains("Local Taxation Bureau");
        assertThat(browser.text(".line")).contains("Accepted", "Answered");
        assertThat(browser.text("aside")).contains("Tax Collection Law, art. 6").doesNotContain("《");
        assertThat(browser.text(".passage ~ .passage")).contains(WellKnown.ENTERPRISE_NAME);
        assertThat(browser.text("aside")).as("the look before this one").contains("admin", "saw the message, masked");
    }
}
