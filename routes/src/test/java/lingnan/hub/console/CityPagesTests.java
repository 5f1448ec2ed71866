package lingnan.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.console.account.MemoryAccounts;
import lingnan.hub.console.account.Role;
import lingnan.hub.messagelog.EntryKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The pages about the city, on the shipped one. */
@SpringBootTest(
        classes = PeopleSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"hub.port=0", "hub.console.port=0", "hub.console.first-password=not-used-in-this-test"})
class CityPagesTests {

    private static final String PASSWORD = "pear-lantern-river-42";
    private static final String COUNTED = "on=2009-11-10";
    private static final String BEFORE = "on=2009-08-01";

    @Value("${local.console.port}")
    private int port;

    @Autowired
    private MemoryLog log;

    @Autowired
    private MemoryAccounts accounts;

    @Autowired
    private MemoryGrants grants;

    private Browser browser;

    @BeforeEach
    void signIn() {
        log.clear();
        grants.clear();
        accounts.put("operator", PASSWORD, Role.OPERATOR);
        browser = new Browser(port);
        browser.signIn("operator", PASSWORD);
        browser.get("/find?lang=en");
    }

    @Test
    void countsWhatTheFilesHold() {
        assertThat(browser.get("/subjects?" + COUNTED).body())
                .containsSubsequence(
                        "<b>46</b>", "agencies", "<b>28</b>", "share daily", "<b>320</b>", "<b>8</b>", "programmes")
                .contains("320 subjects of 46 agencies", "/subjects/PSB-POP-BASE?" + COUNTED);
    }

    @ParameterizedTest
    @CsvSource({
        "agency=AIC, 14 subjects of one agency, AIC-ENT-REG, PSB-POP-BASE",
        "programme=LAND-REVENUE, 15 subjects of, LRH-LAND-GRANT, PSB-POP-BASE",
        "answered=live, 6 subjects of, AIC-ENT-REG, AIC-ENT-CHG",
        "q=ＡＩＣ-ent-REG, One subject of one agency, AIC-ENT-REG, AIC-ENT-CHG",
        "q=身份号码 婚姻, subjects of, CAB-MARRIAGE, AIC-ENT-CHG",
        "q=nothing-of-this-name, No subject of no agency, No subject fits, AIC-ENT-REG",
    })
    void narrowsTheList(String asked, String found, String shown, String hidden) {
        int value = asked.indexOf('=') + 1;
        String encoded = URLEncoder.encode(asked.substring(value), StandardCharsets.UTF_8);
        String page =
                browser.get("/subjects?" + asked.substring(0, value) + encoded).body();
        assertThat(page).contains(found, shown).doesNotContain(">" + hidden + "<");
    }

    @Test
    void saysEverythingOfASubject() {
        String page = browser.get("/subjects/LTAX-DEED-PAID?" + COUNTED).body();
        assertThat(page)
                .contains("Deed tax paid", "Local Taxation Bureau", "LTAX-DEED-PAID?wsdl")
                .contains("about persons", "Conditional", "Citizen ID of the buyer", "identifies a person")
                .contains("Bureau of Land Resources and Housing", "In force", "2008-01-01", "2029-12-31");
        assertThat(browser.get("/subjects/LTAX-DEED-PAID?lang=zh&" + COUNTED).body())
                .contains("国土资源和房屋管理局", "有效", "涉及个人");
    }

    @Test
    void endsAGrantOnTheDayOfItsRevocation() {
        grants.revoke("LTAX-AIC-1", LocalDate.of(2009, 11, 10));
        String badge = "<span class=\"badge failed\">Revoked</span>";
        assertThat(browser.get("/sharing/AIC/LTAX?on=2009-11-09").body())
                .contains("LTAX-AIC-1", "2029-12-31")
                .doesNotContain(badge);
        assertThat(browser.get("/sharing/AIC/LTAX?" + COUNTED).body())
                .containsSubsequence(badge, "<time>2009-11-10</time>", "LTAX-AIC-1");
        assertThat(browser.get("/sharing?on=2009-11-09").body())
                .contains("Administration for Industry and Commerce → Local Taxation Bureau: 10 subjects");
        assertThat(browser.get("/sharing?" + COUNTED).body())
                .contains("Administration for Industry and Commerce → Local Taxation Bureau: 9 subjects");
    }

    @Test
    void tellsWhatWasGivenOnRequestFromWhatTheFilesState() {
        grants.give("G-2009-1", "FIRE", "LTAX-STATUS", LocalDate.of(2009, 10, 1));
        assertThat(browser.get("/sharing/LTAX/FIRE?" + COUNTED).body())
                .containsSubsequence("LTAX-STATUS", "In force", "2009-10-01", "G-2009-1", "on request");
        assertThat(browser.get("/sharing/LTAX/AIC?" + COUNTED).body()).doesNotContain("on request");
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/AIC-ENT-REG, 'S3, 广州市法人基础信息共享管理办法（暂行）(2008), arts. 1–7'",
        "/agencies/AIC, 'S20, Nanfang Daily 2009-09-25: unchanged by the 2009 reform'",
        "/programmes/LAND-REVENUE, 'S1, list of programmes: 土地出让金'"
    })
    void citesWhatAFactRestsOn(String page, String citation) {
        assertThat(browser.get(page + "?" + COUNTED).body())
                .containsSubsequence(
                        "class=\"basis\" title=\"" + citation, ">source</span>", "class=\"citation\">" + citation);
        assertThat(browser.get(page.substring(0, page.lastIndexOf('/')) + "?" + COUNTED)
                        .body())
                .contains("class=\"basis\" title=\"" + citation);
    }

    @Test
    void citesWhatAGrantRestsOn() {
        assertThat(browser.get("/sharing/EDU/BIAN?" + COUNTED).body())
                .contains("title=\"S3, 广州市法人基础信息共享管理办法（暂行）(2008), arts. 1–7: legal-entity data");
    }

    @Test
    void tellsWhoProvidedItBeforeTheReform() {
        assertThat(browser.get("/subjects?agency=LSS&" + BEFORE).body())
                .contains("Labour and Social Security Bureau", "HRSS-EMPLOY")
                .doesNotContain("Bureau of Human Resources");
        assertThat(browser.get("/subjects/HRSS-EMPLOY?" + COUNTED).body())
                .contains(
                        "Bureau of Human Resources and Social Security",
                        "Labour and Social Security Bureau",
                        "– 2009-09-23");
    }

    @Test
    void namesAnAgencyAsItWasCalledOnTheDay() {
        assertThat(browser.get("/agencies/CON?" + BEFORE).body()).contains("<h1>Construction Commission</h1>");
        assertThat(browser.get("/agencies/CON?" + COUNTED).body())
                .contains("<h1>Commission of Urban and Rural Construction</h1>", "<b>Construction Commission</b>")
                .contains("Bureau of Municipal Works and Parks", "2009-09-24");
        assertThat(browser.get("/agencies/LSS?" + COUNTED).body())
                .contains(
                        "Does not stand on 2009-11-10",
                        "/agencies/LSS?on=2009-09-23",
                        "Bureau of Human Resources and Social Security");
    }

    @Test
    void listsEndedBodiesApart() {
        String page = browser.get("/agencies?" + COUNTED).body();
        assertThat(page.split("class=\"what\"", -1)).hasSize(1 + 46 + 9);
        assertThat(page.substring(page.indexOf("id=\"gone\"")))
                .contains("Informatisation Office")
                .doesNotContain(">AIC<");
        assertThat(browser.get("/agencies?daily=true&" + COUNTED).body().split("class=\"what\"", -1))
                .hasSize(1 + 28);
    }

    @Test
    void showsWhatAgenciesDoTogether() {
        assertThat(browser.get("/programmes?" + COUNTED).body().split("class=\"card programme\"", -1))
                .hasSize(9);
        assertThat(browser.get("/programmes/TAX?" + COUNTED).body())
                .contains("Comprehensive tax management", "Tax recovered", "10,000 yuan", "AIC-ENT-REG", "leads");
        assertThat(browser.get("/programmes?on=2006-09-30").body()).contains("no programme on this day");
    }

    @Test
    void drawsWhoSharesWithWhom() {
        String page = browser.get("/sharing?" + COUNTED).body();
        assertThat(page).contains("Among 46 agencies there are 411 pairs");
        assertThat(page.split("class=\"node ", -1)).hasSize(1 + 46);
        assertThat(page.split("<path id=\"t", -1)).hasSize(1 + 411);
        assertThat(page.split("href=\"/sharing/[A-Z]+/[A-Z]+\\?" + COUNTED + "\" class=\"n\\d\"", -1))
                .hasSize(1 + 411);
        assertThat(browser.get("/sharing/AIC/LTAX?" + COUNTED).body())
                .contains("Administration for Industry and Commerce", "AIC-ENT-REG", "TAX-COMPARE", "LTAX-STATUS");
        assertThat(browser.get("/sharing?on=2006-09-30").body()).contains("No grant was in force on this day");
    }

    @ParameterizedTest
    @CsvSource({
        "/sharing/AIC/NOBODY, 404",
        "/subjects/NO-SUCH-THING, 404",
        "/subjects/nonsense, 404",
        "/agencies/nonsense, 404",
        "/programmes/NONE, 404",
        "/subjects?on=yesterday, 400",
    })
    void refusesWhatIsNotThere(String path, int status) {
        assertThat(browser.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void hasAPageForEverythingThatItNames() {
        Snapshot city = ShippedCity.snapshot();
        Stream.of(
                        city.subjects().stream().map(subject -> "/subjects/" + subject.code()),
                        city.agencies().stream().map(agency -> "/agencies/" + agency.code()),
                        city.programmes().stream().map(programme -> "/programmes/" + programme.code()))
                .flatMap(paths -> paths)
                .forEach(path -> {
                    HttpResponse<String> page = browser.get(path);
                    assertThat(page.statusCode()).as(path).isEqualTo(200);
                    assertThat(page.body()).as("a word is missing").doesNotContain("??");
                });
    }

    @Test
    void keepsThePageWhenTheLanguageChanges() {
        assertThat(browser.get("/subjects?agency=AIC&" + COUNTED).body())
                .contains("/subjects?agency=AIC&amp;" + COUNTED + "&amp;lang=zh");
    }

    @Test
    void recordsNoLookAtWhatTellsOfNobody() {
        log.clear();
        for (String path : List.of("/subjects", "/agencies/PSB", "/programmes/TAX", "/sharing")) {
            assertThat(browser.get(path).body()).contains("looks at its pages are not recorded");
        }
        assertThat(log.all()).noneMatch(entry -> entry.kind() == EntryKind.LOOKED);
        assertThat(browser.get("/find").body()).contains("is recorded in the message log");
        assertThat(log.all()).anyMatch(entry -> entry.kind() == EntryKind.LOOKED);
    }

    @Test
    void showsNothingWithoutSigningIn() {
        Browser stranger = new Browser(port);
        assertThat(stranger.get("/subjects").uri().getPath()).isEqualTo("/login");
        assertThat(stranger.get("/agencies/AIC").uri().getPath()).isEqualTo("/login");
    }
}
