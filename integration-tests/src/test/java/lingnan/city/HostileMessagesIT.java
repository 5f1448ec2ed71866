package lingnan.city;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static lingnan.city.HubUnderTest.QUERY;
import static lingnan.city.HubUnderTest.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingnan.city.agency.LedgerLine;
import lingnan.city.agency.Soap;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that no proper caller sends, against a real hub: each is refused with its code, and the provider hears nothing. */
class HostileMessagesIT {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String XROAD = "http://x-road.eu/xsd/xroad.xsd";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() throws IOException {
        hub = HubUnderTest.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        try (HubUnderTest ending = hub) {
            assertThat(ending.verifiedEntries()).isPositive();
        }
    }

    @AfterEach
    void servesTheNextGoodRequest() throws IOException {
        hub.assertWell();
    }

    static Stream<Arguments> notXml() {
        String good = HubUnderTest.goodEnvelope();
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        String attributes =
                IntStream.range(0, 50_000).mapToObj(i -> "a" + i + "=\"\"").collect(Collectors.joining(" "));
        String bomb =
                "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">";
        return Stream.of(
                arguments("a DTD", "<!DOCTYPE x>" + good),
                arguments("an internal entity", doctype("<!ENTITY e \"v\">") + good.replace("穗", "&e;")),
                arguments("entities that grow", doctype(bomb) + good.replace("穗", "&c;")),
                arguments("a file as entity", doctype("<!ENTITY e SYSTEM \"file:///etc/passwd\">") + good),
                arguments("a parameter entity", doctype("<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;") + good),
                arguments("an entity that nobody declared", good.replace("穗", "&nbsp;")),
                arguments("a processing instruction", good.replace("<Query", "<?php x?><Query")),
                arguments("10,000 elements deep", envelope("", "<Query>" + deep + "</Query>")),
                arguments("10,000 elements deep in a header", envelope("<h xmlns=\"urn:x\">" + deep + "</h>", QUERY)),
                arguments("50,000 attributes", envelope("", "<Query " + attributes + "/>")),
                arguments("one attribute of 1 MB", envelope("", "<Query a=\"" + "x".repeat(1 << 20) + "\"/>")),
                arguments("half of it", good.substring(0, good.length() / 2)),
                arguments("all but the last character", good.substring(0, good.length() - 1)),
                arguments("text behind the envelope", good + "x"),
                arguments("an element behind the envelope", good + "<x/>"),
                arguments("a NUL", good.replace("穗", "\0")),
                arguments("a reference to NUL", good.replace("穗", "&#0;")),
                arguments("no XML", "{\"query\": 1}"),
                arguments("a prefix that nobody declared", good.replace("<Query", "<q:Query")),
                arguments("nothing", ""));
    }

    private static String doctype(String subset) {
        return "<!DOCTYPE x [" + subset + "]>";
    }

    static Stream<Arguments> notSoap() {
        String good = HubUnderTest.goodEnvelope();
        return Stream.of(
                arguments("two elements in the Body", envelope("", QUERY + QUERY)),
                arguments("nothing in the Body", envelope("", "")),
                arguments("text in the Body", envelope("", "x" + QUERY)),
                arguments("text in the Envelope", good.replace("<soap:Body>", "x<soap:Body>")),
                arguments("a second Body", good.replace("</soap:Body>", "</soap:Body><soap:Body/>")),
                arguments("a header block without a namespace", envelope("<x/>", QUERY)),
                arguments("no envelope", QUERY),
                arguments("an envelope of another SOAP", good.replace(Soap.SOAP_11, "urn:soap")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notXml(String what, String message) throws IOException {
        refused(message.getBytes(UTF_8), "invalid_xml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notSoap(String what, String message) throws IOException {
        refused(message.getBytes(UTF_8), "invalid_soap");
    }

    @Test
    void wrongOperation() throws IOException {
        refused(
                envelope("", "<Delete xmlns=\"" + HubUnderTest.NAMESPACE + "\"/>")
                        .getBytes(UTF_8),
                "unknown_operation");
        refused(envelope("", "<Query xmlns=\"urn:x\"/>").getBytes(UTF_8), "unknown_operation");
    }

    private static void refused(byte[] message, String code) throws IOException {
        int called = calls();
        RawHttp.Answer answer = hub.post(hub.headers(), message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(500);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        HubUnderTest.assertTellsNothing(answer);
        assertThat(calls()).isEqualTo(called);
    }

    private static int calls() {
        return (int)
                hub.provider().ledger().stream().filter(LedgerLine::isEffect).count();
    }

    static Stream<Arguments> wrongCharsets() {
        return Stream.of(
                arguments("UTF-8 said, GBK sent", "text/xml; charset=utf-8", HubUnderTest.declared("UTF-8", GBK)),
                arguments("UTF-8 in the prolog, GBK sent", "text/xml", HubUnderTest.declared("UTF-8", GBK)),
                arguments("Latin 1", "text/xml; charset=iso-8859-1", HubUnderTest.declared("ISO-8859-1", ISO_8859_1)),
                arguments("UTF-7", "text/xml; charset=utf-7", HubUnderTest.good()),
                arguments("no such set", "text/xml; charset=klingon", HubUnderTest.good()),
                arguments("no such set in the prolog", "text/xml", HubUnderTest.declared("klingon", UTF_8)),
                arguments("two sets", "text/xml; charset=utf-8; charset=gbk", HubUnderTest.good()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrongCharsets(String what, String contentType, byte[] message) throws IOException {
        int called = calls();
        Map<String, String> headers = hub.headers();
        headers.put("Content-Type", contentType);
        RawHttp.Answer answer = hub.post(headers, message);
        assertThat(answer.status()).isIn(500, 415);
        assertThat(answer.code()).as(answer.text()).isIn("invalid_charset", "unsupported_content_type");
        HubUnderTest.assertTellsNothing(answer);
        assertThat(calls()).isEqualTo(called);
    }

    static Stream<Arguments> charsetsOfTheCity() {
        return Stream.of(
                arguments("UTF-8 by header", "text/xml; charset=UTF-8", UTF_8, ""),
                arguments("UTF-8 by nothing", "text/xml", UTF_8, ""),
                arguments("UTF-16 with a mark", "text/xml; charset=utf-16", UTF_16, ""),
                arguments("UTF-16LE", "text/xml; charset=utf-16le", UTF_16LE, ""),
                arguments("GBK by header", "text/xml; charset=GBK", GBK, ""),
                arguments("GB2312 by header", "text/xml; charset=gb2312", GBK, ""),
                arguments("GBK by its prolog", "text/xml", GBK, "<?xml version=\"1.0\" encoding=\"GBK\"?>"),
                arguments("GB18030 by header", "text/xml; charset=gb18030", GB18030, ""),
                arguments("GB18030 by its prolog", "text/xml", GB18030, "<?xml version='1.0' encoding='gb18030'?>"));
    }

    /** The issue comes back in the answer, so that it shows what the hub read. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void charsetsOfTheCity(String what, String contentType, Charset charset, String prolog) throws IOException {
        String said = charset == GBK ? "广州·越秀（示范）" : "广州·𠮷䶮㑇９";
        String issue = "<x:issue xmlns:x=\"" + XROAD + "\">" + said + "</x:issue>";
        Map<String, String> headers = hub.headers();
        headers.put("Content-Type", contentType);
        RawHttp.Answer answer = hub.post(headers, (prolog + envelope(issue, QUERY)).getBytes(charset));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains(WellKnown.RARE_NAME, said);
        assertThat(answer.head()).containsIgnoringCase("charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "<x:client><i:xRoadInstance>GZ</i:xRoadInstance><i:memberClass>GOV</i:memberClass><i:memberCode>PSB"
                + "</i:memberCode><i:subsystemCode>POP</i:subsystemCode></x:client>, inconsistent_headers",
        "<x:client>LTAX</x:client>, invalid_header_field",
        "<x:service><i:xRoadInstance>GZ</i:xRoadInstance><i:memberClass>GOV</i:memberClass><i:memberCode>PSB"
                + "</i:memberCode><i:subsystemCode>POP</i:subsystemCode><i:serviceCode>PSB-POP-BASE</i:serviceCode>"
                + "<i:serviceVersion>v1</i:serviceVersion></x:service>, inconsistent_headers",
        "<x:protocolVersion>3.1</x:protocolVersion>, invalid_header_field",
        "<x:id>1</x:id><x:id>2</x:id>, invalid_header_field",
        "<h:asynchronous xmlns:h='urn:lingnan:hub:1'>perhaps</h:asynchronous>, invalid_header_field",
        "<u:x xmlns:u='urn:u' soap:mustUnderstand='1'/>, invalid_header_field"
    })
    void contradictingHeaders(String blocks, String code) throws IOException {
        String named = blocks.replaceFirst(
                "(x:client|x:service|x:id|x:protocolVersion)",
                "$1 xmlns:x='" + XROAD + "' xmlns:i='http://x-road.eu/xsd/identifiers'");
        String all = blocks.startsWith("<x:id>") ? named.replace("<x:id>2", "<x:id xmlns:x='" + XROAD + "'>2") : named;
        refused(envelope(all, QUERY).getBytes(UTF_8), code);
    }

    @Test
    void echoesAndFillsHeadersOfXRoad() throws IOException, NoSuchAlgorithmException {
        String id = "<x:id xmlns:x=\"" + XROAD + "\">q-1</x:id><x:userId xmlns:x=\"" + XROAD + "\">陈</x:userId>";
        byte[] request = envelope(id, QUERY).getBytes(UTF_8);
        String answer = hub.post(hub.headers(), request).text();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest(request));
        assertThat(answer)
                .contains(">q-1</", ">陈</", ">4.0</", ">LTAX</", ">PLAN-BUILD-PERMIT</", digest)
                .contains("requestHash");
    }

    @Test
    void refusesInTheCallersVersionOfSoap() throws IOException {
        Map<String, String> headers = hub.headers();
        headers.put("Content-Type", "application/soap+xml; charset=utf-8; action=\"x\"");
        String good = HubUnderTest.goodEnvelope().replace(Soap.SOAP_11, Soap.SOAP_12);

        RawHttp.Answer answer = hub.post(headers, good.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains(Soap.SOAP_12, WellKnown.RARE_NAME);

        RawHttp.Answer refused =
                hub.post(headers, good.replace("PROJECT-TAX", "CURIOSITY").getBytes(UTF_8));
        assertThat(refused.text()).contains(Soap.SOAP_12, "Sender").doesNotContain(Soap.SOAP_11);
        assertThat(refused.head()).contains("application/soap+xml");
        assertThat(refused.code()).isEqualTo("access_denied");
    }
}
