package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on order, and what the ledger knows of it. */
class MisbehaviourIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static City city;

    @BeforeAll
    static void startCity() throws IOException {
        city = City.start(
                new City.Setting(folder, 1, 50),
                EnumSet.of(SimulatedAgency.PSB, SimulatedAgency.AIC, SimulatedAgency.LTAX, SimulatedAgency.PLAN));
    }

    @AfterAll
    static void stopCity() {
        city.close();
    }

    @BeforeEach
    void behave() {
        psb().behave("normal");
    }

    private static AgencyProcess psb() {
        return city.agency(SimulatedAgency.PSB);
    }

    private static HttpResponse<String> ask(String message, Duration atMost) throws Exception {
        return ask(
                SimulatedAgency.PSB,
                "\"http://tempuri.org/QueryPopulation\"",
                "<QueryPopulation xmlns=\"http://tempuri.org/\"><GMSFHM>" + WellKnown.CITIZEN_ID
                        + "</GMSFHM></QueryPopulation>",
                message,
                atMost);
    }

    private static HttpResponse<String> ask(
            SimulatedAgency agency, String action, String payload, String message, Duration atMost) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(city.agency(agency).endpoint())
                .timeout(atMost)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", action)
                .header("X-Lingnan-Message", message)
                .POST(BodyPublishers.ofString(
                        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + payload
                                + "</s:Body></s:Envelope>"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> ask(String message) throws Exception {
        return ask(message, Duration.ofSeconds(20));
    }

    private static List<LedgerLine> ledger(String message) {
        return psb().ledger().stream()
                .filter(line -> line.messageId().equals(message))
                .toList();
    }

    private static boolean hasActed(String message) {
        return ledger(message).stream().anyMatch(LedgerLine::isEffect);
    }

    private static String outcome(String message) {
        List<LedgerLine> lines = ledger(message);
        return lines.get(lines.size() - 1).what();
    }

    @Test
    void sendsAPageWithoutActing() throws Exception {
        psb().behave("html", 1);

        HttpResponse<String> page = ask("m-html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<html>");
        assertThat(hasActed("m-html")).isFalse();
        assertThat(ask("m-after").body()).contains(WellKnown.CITIZEN_NAME);
    }

    @Test
    void sendsNothingWithoutActing() throws Exception {
        psb().behave("empty");

        HttpResponse<String> nothing = ask("m-empty");
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(nothing.body()).isEmpty();
        assertThat(hasActed("m-empty")).isFalse();
    }

    @Test
    void actsAndDropsTheConnection() {
        psb().behave("drop");

        assertThatThrownBy(() -> ask("m-drop")).isInstanceOf(IOException.class);
        assertThat(hasActed("m-drop")).isTrue();
        assertThat(ledger("m-drop")).filteredOn(LedgerLine::isEffect).hasSize(1);
    }

    @Test
    void actsAndCutsItsAnswer() {
        psb().behave("cut");

        assertThatThrownBy(() -> ask("m-cut")).isInstanceOf(IOException.class);
        assertThat(outcome("m-cut")).isEqualTo("CUT");
    }

    @Test
    void actsAndSendsHalfAsThoughItWereAll() throws Exception {
        psb().behave("truncated");

        assertThat(ask("m-half").body()).startsWith("<?xml").doesNotContain("</soap:Envelope>");
        assertThat(outcome("m-half")).isEqualTo("TRUNCATED");
    }

    @Test
    void actsAndAnswersLate() throws Exception {
        psb().behave("slow=700");
        long before = System.nanoTime();

        assertThat(ask("m-slow").body()).contains(WellKnown.CITIZEN_NAME);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(650));
    }

    @Test
    void actsAndNeverAnswers() {
        psb().behave("hang");

        assertThatThrownBy(() -> ask("m-hang", Duration.ofSeconds(1))).isInstanceOf(HttpTimeoutException.class);
        assertThat(hasActed("m-hang")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = SimulatedAgency.class,
            names = {"AIC", "LTAX", "PSB", "PLAN"})
    void answersWithTheFaultOfItsOwnStack(SimulatedAgency agency) throws Exception {
        city.agency(agency).behave("fault", 1);
        String payload =
                switch (agency) {
                    case AIC ->
                        "<queryEnterprise xmlns=\"urn:aic:enterprise\"><regNo xmlns=\"\">1</regNo></queryEnterprise>";
                    case LTAX ->
                        "<invoke xmlns=\"http://service.ltax.gz/\"><type>DEED_PAID</type>"
                                + "<xml>&lt;HtRequest>&lt;body/>&lt;/HtRequest></xml></invoke>";
                    case PLAN ->
                        "<Query xmlns=\"urn:lingnan:gz:PLAN-BUILD-PERMIT:1\"><permitNumber>1</permitNumber></Query>";
                    default -> "<QueryPopulation xmlns=\"http://tempuri.org/\"/>";
                };
        String action = agency == SimulatedAgency.PSB ? "\"http://tempuri.org/QueryPopulation\"" : "\"\"";
        HttpResponse<String> fault = ask(agency, action, payload, "m-fault", Duration.ofSeconds(20));

        String ownKind =
                switch (agency) {
                    case AIC -> "soapenv:Server.userException";
                    case LTAX -> "&lt;code&gt;9&lt;/code&gt;";
                    case PLAN -> "数据库维护中";
                    default -> "Server was unable to process request.";
                };
        assertThat(fault.body()).contains(ownKind);
        assertThat(fault.statusCode()).isEqualTo(agency == SimulatedAgency.LTAX ? 200 : 500);
    }

    @Test
    void refusesAModeThatItDoesNotKnow() {
        assertThatThrownBy(() -> psb().behave("sulk")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWithItsStandardInput() throws Exception {
        try (City other =
                City.start(new City.Setting(folder.resolve("other"), 1, 10), EnumSet.of(SimulatedAgency.PSB))) {
            AgencyProcess agency = other.agency(SimulatedAgency.PSB);
            agency.stop();

            assertThat(agency.isAlive()).isFalse();
            assertThat(agency.exitCode()).as("not killed").isZero();
        }
    }

    @Test
    void keepsItsLedgerThroughAKill() throws Exception {
        for (int i = 0; i < 20; i++) {
            ask("m-before-" + i);
        }
        psb().kill();
        assertThat(psb().isAlive()).isFalse();
        psb().restart();
        ask("m-afterwards");

        assertThat(psb().ledger())
                .filteredOn(LedgerLine::isEffect)
                .extracting(LedgerLine::messageId)
                .contains("m-before-0", "m-before-19", "m-afterwards");
    }
}
