package lingnan.hub.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.console.MemoryLog;
import lingnan.hub.console.PeopleSide;
import lingnan.hub.console.Samples;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = PeopleSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"hub.port=0", "hub.console.port=0", "hub.console.first-password=not-used-in-this-test"})
class TraceServiceTests {

    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String AIC = "GZ/GOV/AIC/ENT";
    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String PSB = "GZ/GOV/PSB/POP";
    private static final String PLAN = "GZ/GOV/PLAN/PERMIT";

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private MemoryLog log;

    @BeforeEach
    void fill() {
        log.clear();
        log.breakDown(false);
        Samples.fill(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {SOAP_11, SOAP_12})
    void findsTheCallersMessages(String soap) {
        String answer = call(AIC, soap, find("440199100000011")).body();
        assertThat(answer)
                .contains(soap)
                .contains(Samples.TAX.toString(), "<outcome>ok</outcome>", "<subject>LTAX-STATUS</subject>");
        assertThat(call(PSB, soap, find("440199100000011")).body()).doesNotContain(Samples.TAX.toString());
    }

    @Test
    void showsTheClientItsOwnLegOnly() {
        String answer = call(AIC, SOAP_11, trace(Samples.TAX, true)).body();
        assertThat(answer)
                .contains(
                        "role=\"request_received\"", "role=\"answer_sent\"", "position=\"edge-1#", "kind=\"accepted\"")
                .doesNotContain("role=\"request_sent\"", "role=\"answer_received\"", "name=\"steps\"");
    }

    @Test
    void namesAgenciesAsTheyWereCalledOnTheBusinessDay() {
        MessageId message = MessageId.next(Clock.systemUTC());
        for (String then : List.of("2009-09-23T15:59:59Z", "2009-09-23T16:00:00Z")) {
            Map<Fact, String> facts =
                    Map.of(Fact.CLIENT, PLAN, Fact.PROVIDER, AIC, Fact.SUBJECT, "AIC-ENT-REG", Fact.OPERATION, "Query");
            List<Key> keys = List.of(new Key("registrationNumber", "440199200000016", false));
            log.append(new Entry(EntryKind.ACCEPTED, message, Instant.parse(then), facts, List.of(), keys))
                    .join();
        }
        assertThat(call(PLAN, SOAP_11, trace(message, false)).body())
                .containsSubsequence("nameZh=\"城市规划局\"", "businessTime=\"2009-09-24T00:00:00", "nameZh=\"规划局\"")
                .contains("nameEn=\"City Planning Bureau\"", "nameEn=\"Urban Planning Bureau\"");
        assertThat(call(PLAN, SOAP_12, find("440199200000016")).body())
                .contains("clientNameZh=\"城市规划局\"", "providerNameEn=\"Administration for Industry and Commerce\"");
    }

    @Test
    void showsTheProviderItsOwnLegOnly() {
        String answer = call(LTAX, SOAP_12, trace(Samples.TAX, true)).body();
        assertThat(answer)
                .contains("role=\"request_sent\"", "role=\"answer_received\"", "name=\"purpose\"")
                .doesNotContain("role=\"request_received\"", "role=\"answer_sent\"", "name=\"user\"", "name=\"grant\"");
    }

    @Test
    void leavesBodiesOutUnlessAsked() {
        assertThat(call(AIC, SOAP_11, trace(Samples.TAX, false)).body())
                .contains("<fact")
                .doesNotContain("<body");
    }

    @Test
    void doesNotTellStrangersThatAMessageExists() {
        String stranger = call(PSB, SOAP_11, trace(Samples.TAX, true)).body();
        assertThat(stranger).contains("<code>unknown_message</code>").doesNotContain("LTAX-STATUS");
        assertThat(log.entries(Samples.TAX)).noneMatch(entry -> entry.kind() == EntryKind.LOOKED);
    }

    @Test
    void findsNothingByAKeyThatWasWithheld() {
        MessageId message = MessageId.next(Clock.systemUTC());
        Instant then = Instant.parse("2009-11-10T02:00:00Z");
        Map<Fact, String> facts = Map.of(Fact.CLIENT, PLAN, Fact.PROVIDER, AIC, Fact.SUBJECT, "AIC-ENT-REG");
        Map<Fact, String> cut = new EnumMap<>(facts);
        cut.put(Fact.WITHHELD, "capital legalRepresentativeId");
        List<Key> asked = List.of(new Key("registrationNumber", "440199200000024", false));
        List<Key> found = List.of(
                new Key("registrationNumber", "440199200000024", false),
                new Key("legalRepresentativeId", "440199195506150025", true),
                new Key("registrationNumber", "440199200000032", false));
        log.append(new Entry(EntryKind.ACCEPTED, message, then, facts, List.of(), asked))
                .join();
        String shown = "<record><registrationNumber>440199200000024</registrationNumber></record>";
        Body sent = new Body(Body.Role.ANSWER_SENT, "text/xml", shown.getBytes(UTF_8));
        log.append(new Entry(EntryKind.ANSWERED, message, then, cut, List.of(sent), found))
                .join();

        assertThat(call(PLAN, SOAP_11, find("440199200000024")).body()).contains(message.toString());
        assertThat(call(PLAN, SOAP_11, find(message.toString())).body()).contains(message.toString());
        assertThat(call(PLAN, SOAP_11, find("440199195506150025")).body()).doesNotContain("LTAX", "AIC-ENT-REG");
        assertThat(call(PLAN, SOAP_11, find("440199200000032")).body())
                .as("a record of another division")
                .doesNotContain("AIC-ENT-REG");
        assertThat(call(AIC, SOAP_11, find("440199195506150025")).body())
                .as("its provider gave it")
                .contains(message.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown_message", "invalid_body"})
    void logsWhatItRefusesUnderTheMessageOfTheCall(String code) {
        String body = code.equals("invalid_body") ? find("") : trace(MessageId.next(Clock.systemUTC()), false);
        String answer = call(AIC, SOAP_11, body).body();
        assertThat(answer).contains("<code>" + code + "</code>");
        assertThat(log.all())
                .filteredOn(entry ->
                        entry.kind() == EntryKind.REFUSED && entry.facts().containsValue(code))
                .singleElement()
                .satisfies(entry -> assertThat(answer).contains(entry.message().toString()));
    }

    @Test
    void doesNotTellAProviderOfWhatWasRefusedBeforeItWasAsked() {
        assertThat(call(PSB, SOAP_11, trace(Samples.REFUSED, true)).body()).contains("<code>unknown_message</code>");
        assertThat(call(PLAN, SOAP_11, trace(Samples.REFUSED, true)).body()).contains("kind=\"refused\"");
    }

    @Test
    void showsARequestForAGrantToBothSidesAndToNobodyElse() {
        MessageId request = MessageId.next(Clock.systemUTC());
        log.append(new Entry(
                        EntryKind.GRANT_REQUESTED,
                        request,
                        Instant.parse("2009-11-10T02:00:00Z"),
                        Map.of(Fact.CLIENT, "GZ/GOV/AIC", Fact.PROVIDER, "GZ/GOV/LTAX", Fact.GRANT, "G-2009-1"),
                        List.of(new Body(Body.Role.REQUEST_RECEIVED, "application/json", "{}".getBytes(UTF_8))),
                        List.of()))
                .join();

        for (String side : List.of(AIC, LTAX)) {
            assertThat(call(side, SOAP_11, trace(request, true)).body())
                    .contains("kind=\"grant_requested\"", "G-2009-1", "role=\"request_received\"");
        }
        assertThat(call(PSB, SOAP_11, trace(request, true)).body()).contains("<code>unknown_message</code>");
    }

    @Test
    void logsEachLook() {
        call(AIC, SOAP_11, find("440199100000011"));
        call(AIC, SOAP_11, trace(Samples.TAX, false));
        assertThat(log.all())
                .filteredOn(entry -> entry.kind() == EntryKind.LOOKED)
                .hasSize(2)
                .allSatisfy(look -> assertThat(look.facts()).containsEntry("actor", AIC));
    }

    @Test
    void refusesWhoeverIsNotIdentified() {
        HttpResponse<String> answer = call(null, SOAP_11, find("x"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("<code>unauthenticated</code>", ":Client</faultcode>", "urn:lingnan:hub:1", "无法确认调用方身份");
    }

    @Test
    void refusesWhatCannotBeLogged() {
        log.breakDown(true);
        assertThat(call(AIC, SOAP_12, trace(Samples.TAX, true)).body())
                .contains("<code>log_unavailable</code>", ":Receiver")
                .doesNotContain("LTAX-STATUS");
        assertThat(log.spooled()).singleElement().satisfies(kept -> assertThat(kept.facts())
                .containsEntry(Fact.CLIENT, AIC)
                .containsEntry(Fact.OUTCOME, "log_unavailable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:Find xmlns:t='urn:lingnan:hub:trace:1'><t:key/></t:Find>",
                "<t:Find xmlns:t='urn:lingnan:hub:trace:1'><t:key>x</t:key><t:limit>1000000</t:limit></t:Find>",
                "<t:Find xmlns:t='urn:lingnan:hub:trace:1'><t:limit>many</t:limit></t:Find>",
                "<t:GetTrace xmlns:t='urn:lingnan:hub:trace:1'><t:messageId>nonsense</t:messageId></t:GetTrace>",
                "<t:GetTrace xmlns:t='urn:lingnan:hub:trace:1'/>"
            })
    void saysWhatIsWrongWithABody(String body) {
        HttpResponse<String> answer = call(AIC, SOAP_11, body);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<code>invalid_body</code>", ":Client</faultcode>", "cvc-");
        quiet(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:Destroy xmlns:t='urn:lingnan:hub:trace:1'/>",
                "<Find/>",
                "",
                "text",
                "<a/><b/>",
                "<t:Find xmlns:t='urn:lingnan:hub:trace:1'><t:key>&nbsp;</t:key></t:Find>"
            })
    void tellsNothingOfItselfWhateverItIsSent(String body) {
        HttpResponse<String> answer = call(AIC, SOAP_11, body);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(":Client</faultcode>");
        quiet(answer);
    }

    @Test
    void describesItselfAtTheAddressThatWasUsed() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/services/trace?wsdl"))
                .build();
        HttpResponse<String> wsdl = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(wsdl.body())
                .contains("name=\"TraceSoap11\"", "name=\"TraceSoap12\"")
                .doesNotContain("http://127.0.0.1:8080/services/trace")
                .containsPattern(
                        "TraceSoap11\"[^/]*>\\s*<soap:address location=\"http://localhost:" + port + "/services/trace")
                .containsPattern("TraceSoap12\"[^/]*>\\s*<soap12:address location=\"http://localhost:" + port
                        + "/services/trace");
        quiet(wsdl);
    }

    private static String find(String key) {
        return "<t:Find xmlns:t='urn:lingnan:hub:trace:1'><t:key>" + key + "</t:key></t:Find>";
    }

    private static String trace(MessageId message, boolean bodies) {
        return "<t:GetTrace xmlns:t='urn:lingnan:hub:trace:1'><t:messageId>" + message + "</t:messageId><t:bodies>"
                + bodies + "</t:bodies></t:GetTrace>";
    }

    private HttpResponse<String> call(String caller, String soap, String body) {
        String envelope = "<s:Envelope xmlns:s='" + soap + "'><s:Body>" + body + "</s:Body></s:Envelope>";
        String type = soap.equals(SOAP_11) ? "text/xml" : "application/soap+xml";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/services/trace"))
                .header("Content-Type", type + ";charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope));
        if (caller != null) {
            request.header("Test-Caller", caller);
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void quiet(HttpResponse<String> answer) {
        assertThat(answer.headers().map() + answer.body())
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("org.apache", "java.", "jakarta.", "lingnan.hub.", "lingnan.wsdl")
                .doesNotContainIgnoringCase("cxf", "woodstox", "unmarshal");
    }
}
