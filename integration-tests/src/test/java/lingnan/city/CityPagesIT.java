package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import lingnan.city.browser.Chromium;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One hub that lived through the reform of September 2009: what it remembers of before, and its pages about the city. */
class CityPagesIT {

    private static final String PLAN = "GZ/GOV/PLAN/PERMIT";
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final String COUNTED = "?on=2009-11-10";
    private static final List<String> PAGES = List.of(
            "sharing",
            "sharing?on=2009-08-01",
            "sharing/AIC/LTAX",
            "subjects",
            "subjects?q=registration&sharing=conditional",
            "subjects/PSB-POP-BASE",
            "subjects/HRSS-EMPLOY?on=2009-08-01",
            "agencies",
            "agencies/HRSS",
            "agencies/LSS?on=2009-08-01",
            "programmes",
            "programmes/TAX");

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;
    private static String before;
    private static String after;

    @BeforeAll
    static void askBeforeAndAfterTheReform() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 1, 50), EnumSet.of(SimulatedAgency.AIC));
        try (HubProcess old = hub("2009-09-23T10:00:00+08:00")) {
            before = ask(old);
        }
        hub = hub("2009-09-24T10:00:00+08:00");
        after = ask(hub);
    }

    private static HubProcess hub(String businessTime) throws IOException {
        return HubProcess.start(new HubProcess.Setting(
                folder.resolve("hub"), city.endpoints(), Map.of(), List.of("--hub.business-time=" + businessTime)));
    }

    private static String ask(HubProcess hub) throws IOException {
        Reply reply = hub.client(PLAN)
                .query(Question.about("AIC-ENT-REG", "registrationNumber", WellKnown.REGISTRATION_NUMBER)
                        .purpose("PERMIT-REVIEW"));
        assertThat(reply.field("name")).isEqualTo(WellKnown.ENTERPRISE_NAME);
        return reply.messageId().orElseThrow();
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            hub.close();
        } finally {
            city.close();
        }
    }

    @Test
    void keepsWhatWasDoneUnderTheNameOfItsDay() throws IOException {
        assertThat(HubCommand.run(hub, "trace", "--no-bodies", before).output())
                .contains("asking agency      城市规划局 / City Planning Bureau")
                .doesNotContain("Urban Planning Bureau");
        assertThat(HubCommand.run(hub, "trace", "--no-bodies", "--json", after).output())
                .contains("\"Urban Planning Bureau\"")
                .doesNotContain("City Planning Bureau");
    }

    @Test
    void saysWhoProvidedASubjectOnADay() throws IOException {
        assertThat(HubCommand.run(hub, "list", "subjects", "--on", "2009-08-01").output())
                .contains("HRSS-EMPLOY  v1  LSS", "AIC-ENT-REG  v1  AIC");
        assertThat(HubCommand.run(hub, "list", "subjects", "--on", "2009-11-10").output())
                .contains("HRSS-EMPLOY  v1  HRSS");
    }

    @Test
    @Tag("full")
    void showsTheCityInBothLanguagesOnAnyScreen() throws IOException {
        Path program = Visitor.chromium();
        try (Chromium browser = Chromium.start(program, folder.resolve("profile"), "zh-CN")) {
            Visitor.signInForTheFirstTime(hub, browser);
            assertThat(browser.text(".results tbody")).contains("城市规划局", "\t规划局");
            countsAsTheFilesDo(browser);
            for (String language : List.of("zh", "en")) {
                browser.open(hub.console().resolve("find?lang=" + language));
                for (String page : PAGES) {
                    browser.open(hub.console().resolve(page));
                    assertThat(browser.text("h1")).as(page).isNotBlank();
                    assertThat(browser.count("html[lang=" + language + "]")).isEqualTo(1);
                    assertThat(browser.isTooWide(PHONE))
                            .as(page + " on a phone")
                            .isFalse();
                    assertThat(browser.isTooWide(DESK)).as(page + " on a desk").isFalse();
                }
            }
            leadsFromOneToTheOther(browser);
            showsARevocationWithinFiveSeconds(browser);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void countsAsTheFilesDo(Chromium browser) throws IOException {
        String said = HubCommand.run(hub, "check", "--json").output();
        JsonNode check = JsonMapper.builder().build().readTree(said.substring(said.indexOf('{')));
        browser.open(hub.console().resolve("agencies" + COUNTED));
        assertThat(figure(browser, 1)).isEqualTo(check.path("agencies").asString());
        assertThat(figure(browser, 3)).isEqualTo(check.path("subjects").asString());
        assertThat(figure(browser, 4)).isEqualTo(check.path("programmes").asString());
        assertThat(browser.count(".agencies .daily .dot")).isEqualTo(Integer.parseInt(figure(browser, 2)));
        browser.open(hub.console().resolve("subjects" + COUNTED));
        assertThat(browser.count(".subjects tbody tr")).isEqualTo(Integer.parseInt(figure(browser, 3)));
        browser.open(hub.console().resolve("sharing" + COUNTED));
        assertThat(browser.count(".ring .node")).isEqualTo(Integer.parseInt(figure(browser, 1)));
        assertThat(browser.count(".matrix td a")).isPositive().isEqualTo(browser.count(".ring .lines path"));
    }

    private static String figure(Chromium browser, int place) throws IOException {
        return browser.text(".figures li:nth-child(" + place + ") b");
    }

    private static void showsARevocationWithinFiveSeconds(Chromium browser) throws IOException {
        URI page = hub.console().resolve("sharing/LTAX/AIC");
        browser.open(page);
        assertThat(browser.count(".grants .badge.failed")).isZero();
        HubCommand.Result revoked = HubCommand.run(
                hub, "grant", "revoke", "AIC-LTAX-1", "--reason", "the law was changed", "--on", "2009-09-24");
        assertThat(revoked.exitCode()).as(revoked.output()).isZero();
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        do {
            browser.open(page);
        } while (browser.count(".grants .badge.failed") == 0 && System.nanoTime() < deadline);
        assertThat(browser.text(".grants .badge.failed")).isEqualTo("Revoked");
        assertThat(browser.text(".grants .failed .span")).endsWith("– 2009-09-24");
    }

    private static void leadsFromOneToTheOther(Chromium browser) throws IOException {
        browser.open(hub.console().resolve("sharing" + COUNTED));
        browser.follow(".matrix td a");
        assertThat(browser.address().getPath()).matches("/sharing/[A-Z]+/[A-Z]+");
        assertThat(browser.address().getQuery()).as("the same day").isEqualTo("on=2009-11-10");
        browser.follow(".grants .who-what a");
        assertThat(browser.address().getPath()).startsWith("/subjects/");
        browser.follow(".grants .who-what a");
        assertThat(browser.address().getPath()).startsWith("/agencies/");
        browser.follow(".sections a[href='/programmes']");
        browser.follow(".cards h2 a");
        assertThat(browser.address().getPath()).startsWith("/programmes/");
    }
}
