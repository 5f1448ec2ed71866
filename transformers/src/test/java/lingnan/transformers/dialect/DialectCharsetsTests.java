package lingnan.transformers.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lingnan.transformers.charset.MessageCharset;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import lingnan.transformers.dialect.Dialect.WireRequest;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.StrictSoapReader;
import lingnan.transformers.xml.XmlElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rare characters through every dialect in every character set, both ways. */
class DialectCharsetsTests {

    private static final String RARE = "𠮷 䶮 㑇 · ・ （１２３）Ｘ 〇 ㎡ <&>\"' ]]>";
    private static final String XML = "𠮷 䶮 㑇 · ・ （１２３）Ｘ 〇 ㎡ &lt;&amp;&gt;\"' ]]&gt;";

    /** @param answered the child of Body; {@code %s} is the value, escaped once more where it stands in a string */
    private record Case(
            String dialect, Map<String, String> parameters, String operation, String request, String answered) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "canonical",
                    Map.of(),
                    "Query",
                    "<Query xmlns='urn:x'><k>%s</k></Query>",
                    "<R xmlns='urn:x'><k>%s</k></R>"),
            new Case(
                    "asmx",
                    Map.of(),
                    "Q",
                    "<Q xmlns='http://tempuri.org/'><k>%s</k></Q>",
                    "<QResponse xmlns='http://tempuri.org/'><k>%s</k></QResponse>"),
            new Case(
                    "axis-rpc-encoded",
                    Map.of("namespace", "urn:x"),
                    "q",
                    "<q><k>%s</k></q>",
                    "<n:qResponse xmlns:n='urn:x'><qReturn><k>%s</k></qReturn></n:qResponse>"),
            new Case(
                    "xml-in-string",
                    Map.of("namespace", "urn:x"),
                    "Q",
                    "<q><k>%s</k></q>",
                    "<invokeResponse xmlns='urn:x'><return>&lt;?xml version=\"1.0\" encoding=\"GBK\"?>&lt;r>&lt;code>0&lt;/code>&lt;k>%s&lt;/k>&lt;/r></return></invokeResponse>"));

    static Stream<Arguments> casesAndCharsets() {
        return CASES.stream()
                .flatMap(one -> Stream.of(WireCharset.values()).map(charset -> Arguments.of(one, charset)));
    }

    @ParameterizedTest
    @MethodSource("casesAndCharsets")
    void carriesRareCharactersOut(Case one, WireCharset charset) {
        WireRequest request = dialect(one, charset)
                .request(one.operation(), utf8(one.request().replace("%s", XML)));

        assertThat(request.contentType()).isEqualTo("text/xml; charset=" + charset.label());
        WireCharset found = MessageCharset.of(request.contentType(), request.body());
        String payload = new String(StrictSoapReader.read(request.body(), found).payload(), StandardCharsets.UTF_8);
        XmlElement call = XmlElement.parse(payload);
        String value = one.dialect().equals("xml-in-string")
                ? XmlElement.parse(call.child("xml").orElseThrow().text())
                        .child("k")
                        .orElseThrow()
                        .text()
                : call.child("k").orElseThrow().text();
        assertThat(value).isEqualTo(RARE);
    }

    @ParameterizedTest
    @MethodSource("casesAndCharsets")
    void carriesRareCharactersIn(Case one, WireCharset charset) {
        String escaped = one.dialect().equals("xml-in-string") ? XML.replace("&", "&amp;") : XML;
        byte[] body = SoapWriter.envelope(
                SoapVersion.SOAP_11, List.of(), utf8(one.answered().replace("%s", escaped)), charset);

        for (String contentType : List.of("text/xml", "text/xml; charset=" + charset.label())) {
            byte[] payload = dialect(one, charset).answer(one.operation(), new WireAnswer(200, contentType, body));

            assertThat(XmlElement.parse(new String(payload, StandardCharsets.UTF_8))
                            .child("k")
                            .orElseThrow()
                            .text())
                    .isEqualTo(RARE);
        }
    }

    @Test
    void takesTheAgencysHabitWhereTheAnswerIsSilent() {
        byte[] body = WireCharset.GBK.encode("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                + "<R xmlns='urn:x'>天河</R></s:Body></s:Envelope>");

        assertThat(Dialects.of("canonical", Map.of("charset", "GBK"))
                        .answer("Query", new WireAnswer(200, "text/xml", body)))
                .asString(StandardCharsets.UTF_8)
                .contains("天河");
        assertThatThrownBy(
                        () -> Dialects.of("canonical", Map.of()).answer("Query", new WireAnswer(200, "text/xml", body)))
                .isInstanceOfSatisfying(
                        DialectFault.class, fault -> assertThat(fault.kind()).isEqualTo(DialectFault.Kind.BROKEN));
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheActionOfSoap12InTheContentType(WireCharset charset) {
        WireRequest request = Dialects.of("canonical", Map.of("soap", "1.2", "charset", charset.label()))
                .request("Query", utf8("<Query xmlns='urn:x'/>"));

        assertThat(request.headers()).isEmpty();
        assertThat(request.contentType())
                .isEqualTo("application/soap+xml; charset=" + charset.label() + "; action=\"urn:x#Query\"");
        assertThat(StrictSoapReader.read(request.body(), MessageCharset.of(request.contentType(), request.body()))
                        .version())
                .isEqualTo(SoapVersion.SOAP_12);
    }

    private static Dialect dialect(Case one, WireCharset charset) {
        Map<String, String> parameters = new java.util.HashMap<>(one.parameters());
        parameters.put("charset", charset.label());
        return Dialects.of(one.dialect(), parameters);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
