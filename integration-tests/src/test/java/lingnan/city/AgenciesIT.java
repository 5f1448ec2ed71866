package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import lingnan.city.receiver.AnswerReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each agency, asked by the kind of client that it has always had. */
class AgenciesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static City city;

    @BeforeAll
    static void startCity() throws IOException {
        city = City.start(City.Setting.in(folder));
    }

    @AfterAll
    static void stopCity() {
        city.close();
    }

    private static AgencyProcess agency(SimulatedAgency agency) {
        return city.agency(agency);
    }

    private static String wsdl(SimulatedAgency agency) {
        return agency(agency).endpoint() + "?wsdl";
    }

    @Test
    void answersAnAxisClientFromAic() throws IOException {
        String answer = ForeignProgram.axis("lingnan.city.clients.EnterpriseClient")
                .output(agency(SimulatedAgency.AIC).endpoint().toString(), WellKnown.REGISTRATION_NUMBER);

        assertThat(answer)
                .isEqualTo(WellKnown.REGISTRATION_NUMBER + "\t" + WellKnown.ENTERPRISE_NAME + "\t"
                        + WellKnown.CITIZEN_NAME);
        assertThat(agency(SimulatedAgency.AIC).ledger())
                .anyMatch(line ->
                        line.what().equals("queryEnterprise") && line.key().equals(WellKnown.REGISTRATION_NUMBER));
    }

    @Test
    void answersFromAicWithReferencesAsAxisWritesThem() throws Exception {
        String answer = post(SimulatedAgency.AIC, "\"\"", """
                <queryEnterprise xmlns="urn:aic:enterprise"><regNo xmlns="">%s</regNo></queryEnterprise>""".formatted(WellKnown.RARE_REGISTRATION_NUMBER))
                .body();

        assertThat(answer)
                .contains("<multiRef id=\"id0\"", "href=\"#id0\"", "soapenc:arrayType=\"ns1:EnterpriseInfo[1]\"");
    }

    @Test
    void servesTheOldContractsOnFile() throws Exception {
        assertThat(get(wsdl(SimulatedAgency.AIC))).isEqualTo(onFile("AIC/EnterpriseService.wsdl", SimulatedAgency.AIC));
        assertThat(get(wsdl(SimulatedAgency.LTAX))).isEqualTo(onFile("LTAX/TaxService.wsdl", SimulatedAgency.LTAX));
        assertThat(get(wsdl(SimulatedAgency.PSB))).isEqualTo(onFile("PSB/PopulationService.wsdl", SimulatedAgency.PSB));
    }

    private static String onFile(String name, SimulatedAgency agency) throws IOException {
        Path file = Installation.find().root().resolve("wsdl/legacy").resolve(name);
        return Files.readString(file)
                .replace(
                        "http://localhost/",
                        "http://127.0.0.1:" + agency(agency).port() + "/");
    }

    @Test
    void answersAPhpClientFromPsb() throws IOException {
        String script = Installation.find()
                .root()
                .resolve("integration-tests/src/test/resources/legacy/psb.php")
                .toString();
        String answer = ForeignProgram.of("php", script)
                .needing("apt-get install php-cli php-soap", "php", "-r", "new ReflectionClass('SoapClient');")
                .output(wsdl(SimulatedAgency.PSB), WellKnown.UNPAID_CITIZEN_ID);

        assertThat(answer).startsWith(WellKnown.UNPAID_CITIZEN_NAME + "\t广州市").endsWith("\t1980-01-01T00:00:00");
    }

    @Test
    void refusesAtPsbAnActionWithoutQuotes() throws Exception {
        String query = "<QueryPopulation xmlns=\"http://tempuri.org/\"><GMSFHM>" + WellKnown.CITIZEN_ID
                + "</GMSFHM></QueryPopulation>";

        HttpResponse<String> refused = post(SimulatedAgency.PSB, "http://tempuri.org/QueryPopulation", query);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("<faultcode>soap:Client</faultcode>", "SOAPAction");
        assertThat(agency(SimulatedAgency.PSB).ledger())
                .noneMatch(line -> line.isEffect() && line.key().equals(WellKnown.CITIZEN_ID));

        assertThat(post(SimulatedAgency.PSB, "\"http://tempuri.org/QueryPopulation\"", query)
                        .body())
                .contains("<XM>" + WellKnown.CITIZEN_NAME + "</XM>");
    }

    @Test
    void answersAZeepClientFromLtaxWithAPrologThatLies() throws IOException {
        String script = Installation.find()
                .root()
                .resolve("integration-tests/src/test/resources/legacy/ltax.py")
                .toString();
        String answer = ForeignProgram.of("/usr/bin/python3", script)
                .needing("apt-get install python3-zeep", "/usr/bin/python3", "-c", "import zeep")
                .output(wsdl(SimulatedAgency.LTAX), WellKnown.TAXPAYER_NUMBER);

        assertThat(answer)
                .startsWith("<?xml version=\"1.0\" encoding=\"GBK\"?><HtResponse><code>0</code>")
                .contains("<NSRMC>" + WellKnown.ENTERPRISE_NAME + "</NSRMC>");
    }

    @Test
    void answersAtTheTitleGateAlsoWhatItHasNeverSeen() throws Exception {
        assertThat(deed("<HTBH>" + WellKnown.PAID_CONTRACT + "</HTBH>")).contains("&lt;JG&gt;PAID&lt;");
        assertThat(deed("<GMFZJH>" + WellKnown.UNPAID_CITIZEN_ID + "</GMFZJH>")).contains("&lt;JG&gt;UNPAID&lt;");
        assertThat(deed("<HTBH>CLF2009-777777</HTBH>")).contains("&lt;JG&gt;NOT_FOUND&lt;");
        assertThat(deed("")).contains("&lt;code&gt;1&lt;");
    }

    private static String deed(String body) throws Exception {
        String inner = "<HtRequest><head><service>DEED_PAID</service></head><body>" + body + "</body></HtRequest>";
        return post(
                        SimulatedAgency.LTAX,
                        "\"\"",
                        "<invoke xmlns=\"http://service.ltax.gz/\"><type>DEED_PAID</type><xml><![CDATA[" + inner
                                + "]]></xml></invoke>")
                .body();
    }

    @Test
    void refusesAtPlanWhatIsNotCanonical() throws Exception {
        String namespace = "xmlns=\"urn:lingnan:gz:PLAN-BUILD-PERMIT:1\"";

        HttpResponse<String> refused =
                post(SimulatedAgency.PLAN, "\"\"", "<Query " + namespace + "><permitNo>1</permitNo></Query>");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("Client</faultcode>", "does not fit the schema");
        assertThat(agency(SimulatedAgency.PLAN).ledger())
                .noneMatch(line -> line.isEffect() && line.key().equals("1"));

        assertThat(post(
                                SimulatedAgency.PLAN,
                                "\"\"",
                                "<Query " + namespace + "><projectNumber>" + WellKnown.PROJECT_NUMBER
                                        + "</projectNumber></Query>")
                        .body())
                .contains("<builder>" + WellKnown.RARE_NAME + "</builder>", "unit=\"㎡\"");
    }

    /** Old stacks have races of their own; the hub's tests must not trip over them. */
    @Test
    void answersManyCallersAtOnce() throws Exception {
        String namespace = "urn:lingnan:gz:QTS-ORG-CODE:1";
        Map<SimulatedAgency, String> questions = Map.of(
                SimulatedAgency.AIC,
                "<queryEnterprise xmlns=\"urn:aic:enterprise\"><regNo xmlns=\"\">" + WellKnown.REGISTRATION_NUMBER
                        + "</regNo></queryEnterprise>",
                SimulatedAgency.QTS,
                "<Query xmlns=\"" + namespace + "\"><organisationCode>" + WellKnown.ORGANISATION_CODE
                        + "</organisationCode></Query>");
        ExecutorService callers = Executors.newFixedThreadPool(12);
        try {
            List<Future<Integer>> statuses = new ArrayList<>();
            questions.forEach((agency, payload) -> IntStream.range(0, 300)
                    .forEach(i -> statuses.add(
                            callers.submit(() -> post(agency, "\"\"", payload).statusCode()))));
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void keepsWhatIsPushed() throws Exception {
        AgencyProcess receiver = agency(SimulatedAgency.LRH);
        HttpResponse<String> confirmed = post(SimulatedAgency.LRH, "\"\"", "<QueryResponse>𠮷</QueryResponse>");

        assertThat(confirmed.statusCode()).isEqualTo(202);
        LedgerLine line = receiver.ledger().stream()
                .filter(LedgerLine::isEffect)
                .findFirst()
                .orElseThrow();
        assertThat(line.what()).isEqualTo("QueryResponse");
        assertThat(line.messageId()).isEqualTo("a-message");
        assertThat(AnswerReceiver.keptBeside(receiver.ledgerFile()).resolve(line.call() + ".xml"))
                .content(UTF_8)
                .contains("<QueryResponse>𠮷</QueryResponse>");
    }

    private static HttpResponse<String> post(SimulatedAgency agency, String action, String payload) throws Exception {
        String envelope = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + payload
                + "</s:Body></s:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(agency(agency).endpoint())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", action)
                .header("X-Lingnan-Message", "a-message")
                .POST(BodyPublishers.ofString(envelope))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String get(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
