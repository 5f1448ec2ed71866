package lingnan.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lingnan.hub.console.account.MemoryAccounts;
import lingnan.hub.console.account.Role;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = PeopleSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"hub.port=0", "hub.console.port=0", "hub.console.first-password=not-used-in-this-test"})
class ConsoleTests {

    private static final String PASSWORD = "pear-lantern-river-42";

    @Value("${local.console.port}")
    private int port;

    @Autowired
    private MemoryLog log;

    @Autowired
    private MemoryAccounts accounts;

    private Browser browser;

    @BeforeEach
    void fill() {
        log.clear();
        log.breakDown(false);
        Samples.fill(log);
        accounts.put("auditor", PASSWORD, Role.AUDITOR);
        accounts.put("operator", PASSWORD, Role.OPERATOR);
        browser = new Browser(port);
    }

    @Test
    void showsNothingWithoutSigningIn() {
        assertThat(browser.get("/find").uri().getPath()).isEqualTo("/login");
        assertThat(browser.get("/messages/" + Samples.TAX).body()).doesNotContain("440199100000011");
        assertThat(looks()).isEmpty();
    }

    @Test
    void signsInAndLogsIt() {
        assertThat(browser.signIn("auditor", PASSWORD).uri().getPath()).isEqualTo("/find");
        assertThat(log.all()).last().satisfies(look -> {
            assertThat(look.kind()).isEqualTo(EntryKind.LOOKED);
            assertThat(look.facts()).containsEntry("actor", "console:auditor");
        });
        assertThat(log.all())
                .filteredOn(entry -> entry.kind() == EntryKind.ADMINISTERED)
                .extracting(entry -> entry.facts().get("detail"))
                .containsExactly("signed in");
    }

    @Test
    void findsByKeyAndKeepsWhatWasSearchedErasable() {
        browser.signIn("auditor", PASSWORD);
        HttpResponse<String> found = browser.submit("/find", "/find", Map.of("key", Samples.CITIZEN));
        assertThat(found.body()).contains("/messages/" + Samples.PERSON).doesNotContain("/messages/" + Samples.TAX);
        assertThat(found.uri().toString()).doesNotContain(Samples.CITIZEN);
        LoggedEntry look = log.all().get(log.all().size() - 1);
        assertThat(look.keys()).singleElement().satisfies(key -> {
            assertThat(key.value()).isEqualTo("searched " + Samples.CITIZEN);
            assertThat(key.person()).isTrue();
        });
        assertThat(look.facts().values()).noneMatch(fact -> fact.contains(Samples.CITIZEN));
    }

    @Test
    void tellsWhoLookedForTheSameNumber() {
        browser.signIn("operator", PASSWORD);
        browser.submit("/find", "/find", Map.of("key", Samples.CITIZEN));
        Browser other = new Browser(port);
        other.signIn("auditor", PASSWORD);
        String found =
                other.submit("/find", "/find", Map.of("key", Samples.CITIZEN)).body();
        assertThat(found).contains("<span>operator</span>", "<span>auditor</span>");
        assertThat(found.split("/messages/", -1)).as("searches are no messages").hasSize(2);
    }

    @Test
    void showsAMessageInChineseAndEnglish() {
        browser.signIn("operator", PASSWORD);
        String chinese = browser.get("/messages/" + Samples.TAX + "?lang=zh").body();
        assertThat(chinese).contains("工商行政管理局", "地方税务局", "已答复", "岭南𠮷𠮷食品·㑇记", "GB18030", "税务登记状态", "edge-1#");
        String english = browser.get("/messages/" + Samples.TAX + "?lang=en").body();
        assertThat(english).contains("Industry and Commerce", "Request as the hub received it", "岭南𠮷𠮷食品·㑇记");
    }

    @ParameterizedTest
    @CsvSource({
        "2009-09-23T15:59:59Z, 2009-09-23, City Planning Bureau",
        "2009-09-23T16:00:00Z, 2009-09-24, Urban Planning Bureau",
    })
    void namesAnAgencyAsItWasCalledOnTheBusinessDay(Instant then, String day, String name) {
        MessageId message = MessageId.next(Clock.systemUTC());
        Map<Fact, String> facts =
                Map.of(Fact.CLIENT, "GZ/GOV/PLAN/PERMIT", Fact.PROVIDER, "GZ/GOV/AIC/ENT", Fact.SUBJECT, "AIC-ENT-REG");
        log.append(new Entry(EntryKind.ACCEPTED, message, then, facts, List.of(), List.of()))
                .join();
        browser.signIn("operator", PASSWORD);
        assertThat(browser.get("/messages/" + message + "?lang=en").body())
                .containsPattern("<h1>\\s*<span>" + name + "</span>")
                .containsPattern("<small>" + name + "</small>")
                .contains("/agencies/PLAN?on=" + day, "/agencies/AIC?on=" + day, "/subjects/AIC-ENT-REG?on=" + day);
        assertThat(browser.get("/find").body()).contains("<span>" + name + "</span>");
    }

    @Test
    void keepsEachLookWithTheMessage() {
        browser.signIn("auditor", PASSWORD);
        browser.get("/messages/" + Samples.TAX);
        assertThat(log.entries(Samples.TAX))
                .last()
                .extracting(LoggedEntry::kind)
                .isEqualTo(EntryKind.LOOKED);
        assertThat(browser.get("/messages/" + Samples.TAX).body()).contains("<span>auditor</span>");
    }

    @Test
    void masksPersonsUnlessAnAuditorAsksForThem() {
        browser.signIn("auditor", PASSWORD);
        assertThat(browser.get("/messages/" + Samples.PERSON).body())
                .contains("440199**********19")
                .doesNotContain(Samples.CITIZEN);
        assertThat(browser.get("/messages/" + Samples.PERSON + "?full=true").body())
                .contains(Samples.CITIZEN);
        assertThat(log.entries(Samples.PERSON))
                .last()
                .extracting(look -> look.facts().get("detail"))
                .isEqualTo("message in full");
    }

    @Test
    void refusesAnOperatorPersonsInFullAndDownloads() {
        browser.signIn("operator", PASSWORD);
        HttpResponse<String> full = browser.get("/messages/" + Samples.PERSON + "?full=true");
        assertThat(full.statusCode()).isEqualTo(403);
        assertThat(full.body()).doesNotContain(Samples.CITIZEN);
        String download = "/messages/" + Samples.PERSON + "/edge-1/1/request_received";
        assertThat(browser.get(download).statusCode()).isEqualTo(403);
        assertThat(looks()).noneMatch(look -> look.message().equals(Samples.PERSON));
    }

    @Test
    void givesAnAuditorTheRawBytes() {
        browser.signIn("auditor", PASSWORD);
        HttpResponse<String> raw = browser.get("/messages/" + Samples.PERSON + "/edge-1/1/request_received");
        assertThat(raw.statusCode()).isEqualTo(200);
        assertThat(raw.body()).startsWith("<Query xmlns").contains(Samples.CITIZEN);
        assertThat(raw.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(browser.get("/messages/" + Samples.PERSON + "/edge-1/2/request_received")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void escapesWhatOthersWrote() {
        browser.signIn("operator", PASSWORD);
        assertThat(browser.get("/messages/" + Samples.DOWN).body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void showsErasedAsErased() {
        browser.signIn("operator", PASSWORD);
        assertThat(browser.get("/messages/" + Samples.PERSON + "?lang=zh").body())
                .contains("有 2 项内容或检索号码已依法清除");
    }

    @Test
    void showsNothingThatCannotBeLogged() {
        browser.signIn("auditor", PASSWORD);
        log.breakDown(true);
        HttpResponse<String> page = browser.get("/messages/" + Samples.TAX + "?lang=en");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("has to be recorded").doesNotContain("LTAX-STATUS");
        assertThat(new Browser(port).signIn("auditor", PASSWORD).uri().toString())
                .endsWith("/login?unavailable");
    }

    @Test
    void saysThatThereIsNoSuchMessage() {
        browser.signIn("auditor", PASSWORD);
        MessageId unknown = MessageId.parse("01926f00-0000-7000-8000-00000000dead");
        assertThat(browser.get("/messages/" + unknown).statusCode()).isEqualTo(404);
        assertThat(browser.get("/messages/nonsense").statusCode()).isEqualTo(404);
    }

    private List<LoggedEntry> looks() {
        return log.all().stream()
                .filter(entry -> entry.kind() == EntryKind.LOOKED)
                .toList();
    }
}
