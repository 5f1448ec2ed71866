package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.city.agency.Soap;
import lingnan.city.data.WellKnown;

/** A hub and the Planning bureau's system, for tests that attack the hub and then ask whether it is still well. */
final class HubUnderTest implements AutoCloseable {

    static final String SERVICE = "/services/PLAN-BUILD-PERMIT";
    static final String NAMESPACE = "urn:lingnan:gz:PLAN-BUILD-PERMIT:1";
    static final String CALLER = "GZ/GOV/LTAX/TAX";
    static final String QUERY =
            "<Query xmlns=\"" + NAMESPACE + "\"><permitNumber>" + WellKnown.PERMIT_NUMBER + "</permitNumber></Query>";

    /** What nobody outside should ever see: names of classes, stack traces, products. */
    private static final Pattern INSIDES = Pattern.compile(
            "java\\.|javax\\.|jakarta\\.|lingnan\\.|exception|\\bat (?:org|com|java)\\.|apache|tomcat|woodstox|wstx"
                    + "|camel|spring|cxf|postgres",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTRIES = Pattern.compile("(\\d+) entries on");

    private final City city;
    private final HubProcess hub;
    private final HubClient client;

    private HubUnderTest(City city, HubProcess hub) {
        this.city = city;
        this.hub = hub;
        this.client = hub.client(CALLER);
    }

    /** @param arguments further {@code --hub.…=…} */
    static HubUnderTest start(Path folder, String... arguments) throws IOException {
        City city = City.start(new City.Setting(folder, 1, 50), EnumSet.of(SimulatedAgency.PLAN));
        boolean isUp = false;
        try {
            HubProcess hub = HubProcess.start(
                    new HubProcess.Setting(folder.resolve("hub"), city.endpoints(), Map.of(), List.of(arguments)));
            isUp = true;
            return new HubUnderTest(city, hub);
        } finally {
            if (!isUp) {
                city.close();
            }
        }
    }

    HubProcess hub() {
        return hub;
    }

    AgencyProcess provider() {
        return city.agency(SimulatedAgency.PLAN);
    }

    /** The headers of a proper request; a test changes what it is about. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", authorization(CALLER));
        headers.put("Content-Type", "text/xml; charset=utf-8");
        headers.put("SOAPAction", "\"" + NAMESPACE + "#Query\"");
        return headers;
    }

    String authorization(String subsystem) {
        String pair = subsystem + ":" + hub.passwords().get(subsystem);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    RawHttp.Answer post(String path, Map<String, String> headers, byte[] body) throws IOException {
        return RawHttp.post(hub.base(), path, headers, body);
    }

    RawHttp.Answer post(Map<String, String> headers, byte[] body) throws IOException {
        return post(SERVICE, headers, body);
    }

    static String envelope(String headerBlocks, String body) {
        return "<soap:Envelope xmlns:soap=\"" + Soap.SOAP_11 + "\"><soap:Header>"
                + "<h:purpose xmlns:h=\"urn:lingnan:hub:1\">PROJECT-TAX</h:purpose>" + headerBlocks
                + "</soap:Header><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    static String goodEnvelope() {
        return envelope("", QUERY);
    }

    static byte[] good() {
        return goodEnvelope().getBytes(UTF_8);
    }

    static byte[] declared(String encoding, Charset written) {
        return ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + goodEnvelope()).getBytes(written);
    }

    /** A proper caller is served as if nothing had been. */
    void assertWell() throws IOException {
        Question question = Question.about("PLAN-BUILD-PERMIT", "permitNumber", WellKnown.PERMIT_NUMBER)
                .purpose("PROJECT-TAX");
        assertThat(client.query(question).field("builder")).isEqualTo(WellKnown.RARE_NAME);
    }

    /** Neither body nor headers tell what the hub is made of. */
    static void assertTellsNothing(RawHttp.Answer answer) {
        assertThat(INSIDES.matcher(answer.text()).results()).as(answer.text()).isEmpty();
        assertThat(INSIDES.matcher(answer.head()).results()).as(answer.head()).isEmpty();
        assertThat(answer.head().toLowerCase(Locale.ROOT)).doesNotContain("\nserver:", "x-powered-by");
    }

    /** The number of entries in a log that verifies. */
    long verifiedEntries() throws IOException {
        HubCommand.Result result = HubCommand.run(hub, "verify", "--live");
        assertThat(result.exitCode()).as(result.output()).isZero();
        Matcher entries = ENTRIES.matcher(result.output());
        assertThat(entries.find()).as(result.output()).isTrue();
        return Long.parseLong(entries.group(1));
    }

    @Override
    public void close() throws IOException {
        try (city) {
            hub.close();
        }
    }
}
