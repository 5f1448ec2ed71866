package lingnan.city;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lingnan.city.HubUnderTest.SERVICE;
import static lingnan.city.RawHttp.head;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done to a hub over HTTP before it has understood a word: none of it costs the next caller anything. */
class HostileConnectionsIT {

    private static final long MEGABYTE = 1 << 20;
    private static final Duration PROMPT = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static HubUnderTest hub;
    private static HubMemory before;

    @BeforeAll
    static void start() throws IOException {
        hub = HubUnderTest.start(folder, "--hub.edge.slowest=8s");
        for (int i = 0; i < 50; i++) {
            hub.assertWell();
        }
        before = HubMemory.of(hub.hub().pid());
    }

    /** After all of this there is as much memory and as few threads as before, and the log verifies. */
    @AfterAll
    static void stop() throws IOException {
        try (HubUnderTest ending = hub) {
            HubMemory after = HubMemory.of(hub.hub().pid());
            assertThat(after.heapUsed()).isLessThan(before.heapUsed() + 64 * MEGABYTE);
            assertThat(after.threads()).isLessThan(250);
            assertThat(ending.verifiedEntries()).isPositive();
        }
    }

    @AfterEach
    void servesTheNextGoodRequest() throws IOException {
        hub.assertWell();
    }

    @ParameterizedTest
    @CsvSource({"true, true, 413", "true, false, 413", "false, true, 401", "false, false, 401"})
    void refusesTwoHundredMegabytesEarly(boolean known, boolean declared, int status) throws IOException {
        long total = 200 * MEGABYTE;
        Map<String, String> headers = hub.headers();
        if (!known) {
            headers.remove("Authorization");
        }
        headers.put(declared ? "Content-Length" : "Transfer-Encoding", declared ? Long.toString(total) : "chunked");
        String spaces = " ".repeat(65_536);
        byte[] piece = (declared ? spaces : "10000\r\n" + spaces + "\r\n").getBytes(ISO_8859_1);
        long begun = System.nanoTime();
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send(head("POST " + SERVICE + " HTTP/1.1", headers));
            long sent = http.pour(piece, total);
            RawHttp.Answer answer = http.answer();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(known ? "message_too_large" : "unauthenticated");
            assertThat(sent).isLessThan(40 * MEGABYTE);
            HubUnderTest.assertTellsNothing(answer);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
    }

    static Stream<byte[]> bombs() throws IOException {
        byte[] zeros = new byte[(int) (64 * MEGABYTE)];
        byte[] member = gzip(zeros);
        ByteArrayOutputStream twoGigabytes = new ByteArrayOutputStream();
        for (int i = 0; i < 32; i++) {
            twoGigabytes.write(member);
        }
        return Stream.of(member, gzip(gzip(gzip(zeros))), twoGigabytes.toByteArray());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        }
        return zipped.toByteArray();
    }

    @ParameterizedTest
    @MethodSource
    void bombs(byte[] bomb) throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put("Content-Encoding", "gzip");
        RawHttp.Answer answer = hub.post(headers, bomb);
        assertThat(answer.code()).isIn("message_too_large", "invalid_xml", "invalid_charset");
        HubUnderTest.assertTellsNothing(answer);
    }

    @Test
    void understandsGzipAndRefusesWhatIsNot() throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put("Content-Encoding", "gzip");
        byte[] zipped = gzip(HubUnderTest.good());
        assertThat(hub.post(headers, zipped).text()).contains(WellKnown.RARE_NAME);
        assertThat(hub.post(headers, HubUnderTest.good()).code()).isEqualTo("invalid_xml");
        assertThat(hub.post(headers, Arrays.copyOf(zipped, zipped.length - 20)).code())
                .isEqualTo("invalid_xml");
        headers.put("Content-Encoding", "br");
        RawHttp.Answer other = hub.post(headers, zipped);
        assertThat(other.status()).isEqualTo(415);
        assertThat(other.code()).isEqualTo("unsupported_content_type");
    }

    /** More than the hub has threads, known and strangers, by length and in chunks; each has sent but a byte. */
    @Test
    void slowSendersHoldNobodyUp() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Map<String, String> headers = hub.headers();
                if (i % 2 == 0) {
                    headers.remove("Authorization");
                }
                boolean chunked = i % 4 < 2;
                headers.put(chunked ? "Transfer-Encoding" : "Content-Length", chunked ? "chunked" : "1000");
                RawHttp http = new RawHttp(hub.hub().base());
                slow.add(http);
                http.send(head("POST " + SERVICE + " HTTP/1.1", headers) + (chunked ? "100\r\n<" : "<"));
            }
            long begun = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                hub.assertWell();
                slow.get(i).send(" ");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(HubMemory.threads(hub.hub().pid())).isLessThan(250);
        } finally {
            for (RawHttp http : slow) {
                http.close();
            }
        }
    }

    /** The last byte of a body never comes. */
    @Test
    void tellsWhoeverIsTooSlow() throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put("Content-Length", "1000");
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send(head("POST " + SERVICE + " HTTP/1.1", headers));
            http.send("<soap:Envelope");
            RawHttp.Answer answer = http.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.code()).isEqualTo("request_timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n<a>", "Transfer-Encoding: chunked\r\n\r\n5\r\n<a>"})
    void survivesABodyThatBreaksOff(String rest) throws IOException {
        String credentials = "Authorization: " + hub.authorization(HubUnderTest.CALLER);
        try (RawHttp http = new RawHttp(hub.hub().base())) {
            http.send("POST " + SERVICE + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n" + credentials + "\r\n"
                    + rest);
            http.endOutput();
            RawHttp.Answer answer = http.answer();
            assertThat(answer.status()).isIn(0, 400, 408);
            HubUnderTest.assertTellsNothing(answer);
        }
    }

    static Stream<UnaryOperator<String>> spellings() {
        return Stream.of(
                name -> name, name -> name.toLowerCase(Locale.ROOT), name -> name.toUpperCase(Locale.ROOT), name -> {
                    StringBuilder mixed = new StringBuilder();
                    for (int i = 0; i < name.length(); i++) {
                        char c = name.charAt(i);
                        mixed.append(i % 2 == 0 ? Character.toLowerCase(c) : Character.toUpperCase(c));
                    }
                    return mixed.toString();
                });
    }

    /** CVE-2026-47323, 2026-46592, 2025-27636, 2025-29891 and 2026-40453: headers of Camel's and CXF's, in every case. */
    @ParameterizedTest
    @MethodSource("spellings")
    void headersOfTheInsidesHaveNoEffect(UnaryOperator<String> spelling) throws IOException {
        Map<String, String> headers = hub.headers();
        Map.ofEntries(
                        Map.entry("operationName", "Delete"),
                        Map.entry("operationNamespace", "urn:evil"),
                        Map.entry("CamelHttpUri", "http://127.0.0.1:1/evil"),
                        Map.entry("CamelHttpUrl", "http://127.0.0.1:1/evil"),
                        Map.entry("CamelHttpPath", "/evil"),
                        Map.entry("CamelHttpQuery", "evil=1"),
                        Map.entry("CamelHttpMethod", "DELETE"),
                        Map.entry("CamelHttpResponseCode", "418"),
                        Map.entry("CamelBeanMethodName", "fail"),
                        Map.entry("CamelExecCommandExecutable", "sh"),
                        Map.entry("CamelFileName", "../evil"),
                        Map.entry("CamelJmsDestinationName", "hub.dead.PLAN"),
                        Map.entry("CamelSqlQuery", "select 1"),
                        Map.entry("CamelXsltResourceUri", "http://127.0.0.1:1/x.xsl"),
                        Map.entry("org.apache.cxf.message.Message.REQUEST_URI", "/evil"),
                        Map.entry("JMSReplyTo", "hub.dead.PLAN"),
                        Map.entry("X-Forwarded-Host", "evil"),
                        Map.entry("X-HTTP-Method-Override", "DELETE"),
                        Map.entry("X-Lingnan-Message", "00000000-0000-0000-0000-000000000000"))
                .forEach((name, value) -> headers.put(spelling.apply(name), value));
        RawHttp.Answer answer = hub.post(headers, HubUnderTest.good());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains(WellKnown.RARE_NAME);
        assertThat(answer.head()).doesNotContain("evil", "00000000-0000");
        assertThat(hub.provider().ledger())
                .filteredOn(LedgerLine::isEffect)
                .last()
                .extracting(LedgerLine::key)
                .isEqualTo(WellKnown.PERMIT_NUMBER);
    }
}
