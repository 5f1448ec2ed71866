package lingnan.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lingnan.hub.access.Looks;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A newcomer's first day at the console, on the real log, the real accounts and the shipped city. */
@SpringBootTest(
        classes = ConsoleIT.Hub.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"hub.port=0", "hub.console.port=0", "hub.city=city/guangzhou-2009"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {

    private static final String OWN = "river-lantern-荔枝-2009";
    private static final String CITIZEN = Samples.CITIZEN;

    @TempDir
    private static Path data;

    @Value("${local.console.port}")
    private int port;

    @Autowired
    private MessageLog log;

    @Autowired
    private Traces traces;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry settings) {
        settings.add("hub.data", data::toString);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Looks.class)
    @EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
    @ComponentScan(
            basePackages = {
                "lingnan.hub.console",
                "lingnan.hub.contract",
                "lingnan.hub.trace",
                "lingnan.hub.database",
                "lingnan.hub.messagelog",
                "lingnan.hub.catalog",
                "lingnan.hub.grants"
            },
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.PeopleSide|.*(Tests|IT)(\\$.*)?"))
    static class Hub {

        @Bean
        BusinessClock businessClock() {
            return BusinessClock.real();
        }
    }

    @Test
    @Order(1)
    void keepsTheFirstPasswordFromOthers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first())))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void letsTheFirstPasswordDoNothingButBeChanged() throws IOException {
        String password = Files.readString(first()).strip();
        Browser browser = new Browser(port);
        assertThat(browser.signIn("admin", password).uri().getPath()).isEqualTo("/password");
        assertThat(browser.get("/find").uri().getPath()).isEqualTo("/password");
        assertThat(change(browser, password, "short", "short").body()).contains("12");
        assertThat(change(browser, "wrong", OWN, OWN).uri().getPath()).isEqualTo("/password");
        assertThat(change(browser, password, OWN, OWN).uri().toString()).endsWith("/login?changed");
        assertThat(first()).doesNotExist();
        assertThat(new Browser(port).signIn("admin", password).uri().toString()).endsWith("/login?wrong");
        assertThat(new Browser(port).signIn("admin", OWN).uri().getPath()).isEqualTo("/find");
    }

    @Test
    @Order(3)
    void findsAPersonsMessageAndRemembersWhoLooked() {
        MessageId message = message();
        Browser browser = new Browser(port);
        browser.signIn("admin", OWN);
        HttpResponse<String> found = browser.submit("/find?lang=zh", "/find", Map.of("key", CITIZEN));
        assertThat(found.body()).contains("/messages/" + message, "<span>admin</span>");
        String page = browser.get("/messages/" + message).body();
        assertThat(page).contains("440199**********19", "公安局").doesNotContain(CITIZEN);

        assertThat(traces.entries(message))
                .last()
                .satisfies(look -> assertThat(look.facts()).containsEntry("actor", "console:admin"))
                .extracting(LoggedEntry::kind)
                .isEqualTo(EntryKind.LOOKED);
        assertThat(traces.find("searched " + CITIZEN, 10)).hasSize(1);
        assertThat(traces.find(CITIZEN, 10)).extracting(Traces.Summary::message).containsExactly(message);
    }

    private MessageId message() {
        MessageId message = MessageId.next(Clock.systemUTC());
        Map<Fact, String> facts = Map.of(
                Fact.CLIENT, "GZ/GOV/LRH/TITLE",
                Fact.PROVIDER, "GZ/GOV/PSB/POP",
                Fact.SUBJECT, "PSB-POP-BASE",
                Fact.OPERATION, "Query",
                Fact.CASE, "LRH-2009-0815");
        List<Key> keys = List.of(new Key("citizenId", CITIZEN, true));
        log.append(new Entry(EntryKind.ACCEPTED, message, Instant.now(), facts, List.of(), keys))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        return message;
    }

    private static HttpResponse<String> change(Browser browser, String current, String chosen, String repeated) {
        return browser.submit(
                "/password", "/password", Map.of("current", current, "chosen", chosen, "repeated", repeated));
    }

    private static Path first() {
        return data.resolve("console-first-password.txt");
    }
}
