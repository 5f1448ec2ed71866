package lingnan.transformers.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrictSoapReaderTests {

    private static final String S11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String QUERY = "<q:Query xmlns:q='urn:x'><q:k>1</q:k></q:Query>";

    private static String envelope(String inner) {
        return "<s:Envelope xmlns:s='" + S11 + "'>" + inner + "</s:Envelope>";
    }

    private static String body(String inner) {
        return envelope("<s:Body>" + inner + "</s:Body>");
    }

    @ParameterizedTest
    @EnumSource
    void readsBothVersions(SoapVersion version) {
        SoapMessage message = StrictSoapReader.read("<Envelope xmlns='" + version.namespace() + "'>\n <Body> <!-- c -->"
                + "<Query xmlns='urn:x'><k>天河</k></Query>\n</Body></Envelope>\n<!-- end -->\n");

        assertThat(message.version()).isEqualTo(version);
        assertThat(message.operation()).isEqualTo(new QName("urn:x", "Query"));
        assertThat(message.headers()).isEmpty();
        assertThat(message.payload())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<Query xmlns=\"urn:x\"><k>天河</k></Query>");
    }

    @Test
    void keepsNamespacesThatOnlyValuesUse() {
        SoapMessage message = StrictSoapReader.read(
                "<s:Envelope xmlns:s='" + S11
                        + "' xmlns:xsd='http://www.w3.org/2001/XMLSchema' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
                        + "<s:Body xmlns:a='urn:a' xmlns='urn:default'><a:op xmlns:a='urn:b'><k xmlns='' xsi:type='xsd:string'>1</k></a:op></s:Body></s:Envelope>");

        XmlElement payload = XmlElement.parse(new String(message.payload(), StandardCharsets.UTF_8));
        assertThat(payload.name()).isEqualTo(new QName("urn:b", "op"));
        assertThat(payload.children()).singleElement().satisfies(k -> {
            assertThat(k.name()).isEqualTo(new QName("k"));
            assertThat(k.attributes())
                    .containsEntry(new QName("http://www.w3.org/2001/XMLSchema-instance", "type"), "xsd:string");
        });
        assertThat(new String(message.payload(), StandardCharsets.UTF_8))
                .contains("xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"", "xmlns=\"urn:default\"");
    }

    @Test
    void keepsEveryCharacterOfThePayload() {
        String text = "𠮷 䶮 㑇 · １２Ｘ &lt;&amp;&gt; &#13;&#10; ]]&gt; <![CDATA[<x>&]]>";
        SoapMessage message =
                StrictSoapReader.read(body("<q xmlns='urn:x' a='&#9;&#10;&quot;&lt;𠮷'>" + text + "</q>"));

        XmlElement payload = XmlElement.parse(new String(message.payload(), StandardCharsets.UTF_8));
        assertThat(payload.text()).isEqualTo("𠮷 䶮 㑇 · １２Ｘ <&> \r\n ]]> <x>&");
        assertThat(payload.attribute(new QName("a"))).contains("\t\n\"<𠮷");
    }

    @ParameterizedTest
    @EnumSource(names = {"UTF_8", "UTF_16", "UTF_16LE", "GB18030"})
    void readsTheSamePayloadFromEveryCharset(WireCharset charset) {
        byte[] bytes = charset.encode(body("<q xmlns='urn:x'>𠮷䶮㑇·１Ｘ</q>"));

        assertThat(StrictSoapReader.read(bytes, charset).payload())
                .asString(StandardCharsets.UTF_8)
                .contains(">𠮷䶮㑇·１Ｘ<");
    }

    @Test
    void resolvesReferencesInGbk() {
        byte[] bytes = WireCharset.GBK.encode(body("<q xmlns='urn:x'>𠮷䶮㑇·１Ｘ</q>"));

        assertThat(StrictSoapReader.read(bytes, WireCharset.GBK).payload())
                .asString(StandardCharsets.UTF_8)
                .contains(">𠮷䶮㑇·１Ｘ<");
    }

    @Test
    void ignoresTheDeclaredEncodingOfDecodedText() {
        assertThat(StrictSoapReader.read("<?xml version='1.0' encoding='GBK'?>" + body(QUERY))
                        .operation())
                .isEqualTo(new QName("urn:x", "Query"));
    }

    @Test
    void handsOutXRoadHeadersWithTheirIdentifiers() {
        SoapMessage message = StrictSoapReader.read("<s:Envelope xmlns:s='" + S11 + "' "
                + "xmlns:x='http://x-road.eu/xsd/xroad.xsd' xmlns:id='http://x-road.eu/xsd/identifiers'><s:Header>"
                + "<x:client id:objectType='SUBSYSTEM'><id:xRoadInstance>GZ</id:xRoadInstance><id:memberClass>GOV</id:memberClass>"
                + "<id:memberCode>PSB</id:memberCode></x:client>"
                + "<x:id s:mustUnderstand='1' s:actor='urn:a'>4711</x:id></s:Header><s:Body>" + QUERY
                + "</s:Body></s:Envelope>");

        assertThat(message.headers()).hasSize(2);
        HeaderBlock client = message.header(new QName("http://x-road.eu/xsd/xroad.xsd", "client"))
                .orElseThrow();
        assertThat(client.mustUnderstand()).isFalse();
        assertThat(client.role()).isNull();
        assertThat(client.element().attribute(new QName("http://x-road.eu/xsd/identifiers", "objectType")))
                .contains("SUBSYSTEM");
        assertThat(client.element().child("memberCode")).get().returns("PSB", XmlElement::text);
        HeaderBlock id = message.headers().get(1);
        assertThat(id.mustUnderstand()).isTrue();
        assertThat(id.role()).isEqualTo("urn:a");
        assertThat(id.element().text()).isEqualTo("4711");
    }

    @Test
    void readsMustUnderstandAndRoleOfSoap12() {
        String s12 = SoapVersion.SOAP_12.namespace();
        SoapMessage message = StrictSoapReader.read("<e:Envelope xmlns:e='" + s12 + "'><e:Header>"
                + "<h:t xmlns:h='urn:h' e:mustUnderstand='true' e:role='urn:r'/></e:Header><e:Body>" + QUERY
                + "</e:Body></e:Envelope>");

        assertThat(message.headers()).singleElement().satisfies(block -> {
            assertThat(block.mustUnderstand()).isTrue();
            assertThat(block.role()).isEqualTo("urn:r");
        });
    }

    @Test
    void knowsAFault() {
        assertThat(StrictSoapReader.read(body("<s:Fault><faultcode>s:Client</faultcode></s:Fault>"))
                        .isFault())
                .isTrue();
        assertThat(StrictSoapReader.read(body(QUERY)).isFault()).isFalse();
    }

    static Stream<Arguments> refusals() {
        String deep = "<a>".repeat(99) + "</a>".repeat(99);
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 501; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        return Stream.of(
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, ""),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, "  "),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, "hello"),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body(QUERY).substring(0, 120)),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a></b>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a b=1/>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a b='1' b='2'/>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<p:a/>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>&#1;</a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>\u0001</a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>\uFFFE</a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>&#xFFFF;</a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>&#xD842;</a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>&#x110000;</a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a>]]></a>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body("<a x='<'/>")),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body(QUERY) + "x"),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, body(QUERY) + body(QUERY)),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, "x" + body(QUERY)),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, " <?xml version='1.0'?>" + body(QUERY)),
                arguments(XmlRefusal.Kind.NOT_WELL_FORMED, "<?xml version='1.1'?>" + body(QUERY)),
                arguments(XmlRefusal.Kind.DTD, "<!DOCTYPE s:Envelope>" + body(QUERY)),
                arguments(XmlRefusal.Kind.DTD, "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + body(QUERY)),
                arguments(XmlRefusal.Kind.DTD, "<!DOCTYPE x [<!ENTITY a 'b'>]>" + body("<a>&a;</a>")),
                arguments(XmlRefusal.Kind.ENTITY, body("<a>&nbsp;</a>")),
                arguments(XmlRefusal.Kind.ENTITY, body("<a b='&nbsp;'/>")),
                arguments(XmlRefusal.Kind.PROCESSING_INSTRUCTION, "<?xml-stylesheet href='a'?>" + body(QUERY)),
                arguments(XmlRefusal.Kind.PROCESSING_INSTRUCTION, body("<?php echo?>" + QUERY)),
                arguments(XmlRefusal.Kind.PROCESSING_INSTRUCTION, body("<a><?b?></a>")),
                arguments(XmlRefusal.Kind.PROCESSING_INSTRUCTION, body(QUERY) + "<?b?>"),
                arguments(XmlRefusal.Kind.TOO_DEEP, body(deep)),
                arguments(
                        XmlRefusal.Kind.TOO_DEEP,
                        envelope("<s:Header><h:a xmlns:h='urn:h'>" + deep + "</h:a></s:Header><s:Body/>")),
                arguments(XmlRefusal.Kind.TOO_MANY_ATTRIBUTES, body("<a" + attributes + "/>")),
                arguments(
                        XmlRefusal.Kind.TOO_LONG,
                        body("<a b='" + "x".repeat(HardenedXml.MAX_ATTRIBUTE_CHARACTERS + 1) + "'/>")),
                arguments(
                        XmlRefusal.Kind.TOO_LONG,
                        body("<a>" + "x".repeat(HardenedXml.MAX_TEXT_CHARACTERS + 1) + "</a>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, "<html><body>登录</body></html>"),
                arguments(XmlRefusal.Kind.NOT_SOAP, QUERY),
                arguments(
                        XmlRefusal.Kind.NOT_SOAP, body(QUERY).replace(S11, "http://www.w3.org/2001/12/soap-envelope")),
                arguments(XmlRefusal.Kind.NOT_SOAP, body(QUERY).replace("Envelope", "envelope")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<s:Header/>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<s:Header/><s:Header/><s:Body>" + QUERY + "</s:Body>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<s:Body>" + QUERY + "</s:Body><s:Header/>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<s:Body>" + QUERY + "</s:Body><s:Body/>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<s:Body>" + QUERY + "</s:Body>x")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("x<s:Body>" + QUERY + "</s:Body>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<Body>" + QUERY + "</Body>")),
                arguments(XmlRefusal.Kind.NOT_SOAP, envelope("<s:Header>x</s:Header><s:Body>" + QUERY + "</s:Body>")),
                arguments(
                        XmlRefusal.Kind.NOT_SOAP, envelope("<s:Header><a/></s:Header><s:Body>" + QUERY + "</s:Body>")),
                arguments(XmlRefusal.Kind.WRONG_BODY, envelope("<s:Body/>")),
                arguments(XmlRefusal.Kind.WRONG_BODY, body(" <!-- nothing --> ")),
                arguments(XmlRefusal.Kind.WRONG_BODY, body("text")),
                arguments(XmlRefusal.Kind.WRONG_BODY, body("text" + QUERY)),
                arguments(XmlRefusal.Kind.WRONG_BODY, body(QUERY + "text")),
                arguments(XmlRefusal.Kind.WRONG_BODY, body("<![CDATA[x]]>" + QUERY)),
                arguments(XmlRefusal.Kind.WRONG_BODY, body(QUERY + QUERY)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(XmlRefusal.Kind kind, String document) {
        assertThatThrownBy(() -> StrictSoapReader.read(document)).isInstanceOfSatisfying(XmlRefusal.class, refusal -> {
            assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
            assertThat(refusal.line()).isPositive();
            assertThat(refusal.column()).isPositive();
            assertThat(refusal.getMessage())
                    .doesNotContain(
                            "Exception", "com.ctc", "javax", "wstx", "stax", "ParseError", "\n", "unknown-source")
                    .hasSizeLessThan(300);
        });
    }

    @Test
    void namesThePlace() {
        assertThatThrownBy(() -> StrictSoapReader.read(body("\n  <a>\n    &nbsp;</a>")))
                .isInstanceOfSatisfying(XmlRefusal.class, refusal -> {
                    assertThat(refusal.line()).isEqualTo(3);
                    assertThat(refusal.reason()).contains("nbsp");
                });
    }

    @Test
    void readsTheDeepestAllowedMessage() {
        String deep = "<a>".repeat(HardenedXml.MAX_DEPTH - 2) + "</a>".repeat(HardenedXml.MAX_DEPTH - 2);

        assertThat(StrictSoapReader.read(body(deep)).operation()).isEqualTo(new QName("a"));
    }

    @Test
    void readsSeveralBlocksWhereAsked() {
        SoapBlocks blocks = StrictSoapReader.readBlocks(body("<r href='#id0'/><multiRef id='id0'>x</multiRef>"));

        assertThat(blocks.blocks())
                .extracting(block -> block.name().getLocalPart())
                .containsExactly("r", "multiRef");
        assertThatThrownBy(() -> StrictSoapReader.readBlocks(envelope("<s:Body/>")))
                .isInstanceOf(XmlRefusal.class);
        assertThatThrownBy(() -> StrictSoapReader.readBlocks(body(QUERY + "x"))).isInstanceOf(XmlRefusal.class);
    }
}
