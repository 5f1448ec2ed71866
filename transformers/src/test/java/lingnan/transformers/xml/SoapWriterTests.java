package lingnan.transformers.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.MessageCharset;
import lingnan.transformers.charset.WireCharset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoapWriterTests {

    private static final String PAYLOAD = "<Query xmlns=\"urn:x\"><name>𠮷䶮㑇·１Ｘ</name></Query>";
    private static final SoapFault FAULT = new SoapFault(
            SoapFault.Side.SENDER,
            "access_denied",
            "m-1",
            "没有有效的授权。",
            "There is no valid grant.",
            "PSB \u0000 <AIC-ENT-REG> \uD800 𠮷",
            "urn:gz:hub");

    @ParameterizedTest
    @EnumSource
    void wrapsAPayloadInEveryCharset(WireCharset charset) {
        for (SoapVersion version : SoapVersion.values()) {
            byte[] bytes = SoapWriter.envelope(version, List.of(), utf8(PAYLOAD), charset);

            WireCharset found = MessageCharset.of(version.contentType(charset), bytes);
            SoapMessage message = StrictSoapReader.read(bytes, found);
            assertThat(message.version()).isEqualTo(version);
            assertThat(XmlElement.parse(new String(message.payload(), StandardCharsets.UTF_8)))
                    .isEqualTo(XmlElement.parse(PAYLOAD));
        }
    }

    @Test
    void dropsThePrologOfAPayload() {
        byte[] payload = utf8("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" + PAYLOAD);

        assertThat(SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), payload, WireCharset.UTF_8))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv="
                        + "\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>" + PAYLOAD
                        + "</soapenv:Body></soapenv:Envelope>");
    }

    @Test
    void keepsAPayloadInNoNamespaceThere() {
        byte[] bytes = SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), utf8("<a/>"), WireCharset.UTF_8);

        assertThat(StrictSoapReader.read(bytes, WireCharset.UTF_8).operation()).isEqualTo(new QName("a"));
    }

    @Test
    void echoesHeadersAsTheyWereRead() {
        String id = "http://x-road.eu/xsd/identifiers";
        XmlElement client = new XmlElement(
                new QName("http://x-road.eu/xsd/xroad.xsd", "client", "x"),
                Map.of(new QName(id, "objectType", "id"), "SUBSYSTEM"),
                "",
                List.of(XmlElement.of(new QName(id, "memberCode", "id"), "PSB𠮷")));

        byte[] bytes = SoapWriter.envelope(SoapVersion.SOAP_12, List.of(client), utf8(PAYLOAD), WireCharset.GBK);

        assertThat(StrictSoapReader.read(bytes, WireCharset.GBK).headers())
                .extracting(HeaderBlock::element)
                .containsExactly(client);
    }

    @Test
    void writesAFaultOfSoap11() {
        byte[] bytes = SoapWriter.fault(SoapVersion.SOAP_11, List.of(), FAULT, WireCharset.UTF_8);

        SoapMessage message = StrictSoapReader.read(bytes, WireCharset.UTF_8);
        assertThat(message.isFault()).isTrue();
        XmlElement fault = XmlElement.parse(new String(message.payload(), StandardCharsets.UTF_8));
        assertThat(fault.children())
                .extracting(child -> child.name().getLocalPart())
                .containsExactly("faultcode", "faultstring", "faultactor", "detail");
        assertThat(fault.child("faultcode")).get().returns("soapenv:Client", XmlElement::text);
        assertThat(fault.child("faultstring").orElseThrow().text())
                .isEqualTo("没有有效的授权。 / There is no valid grant. (PSB � <AIC-ENT-REG> � 𠮷)");
        assertDetail(fault.child("detail").orElseThrow());
    }

    @Test
    void writesAFaultOfSoap12() {
        byte[] bytes = SoapWriter.fault(SoapVersion.SOAP_12, List.of(), FAULT, WireCharset.GB18030);

        SoapMessage message = StrictSoapReader.read(bytes, WireCharset.GB18030);
        XmlElement fault = XmlElement.parse(new String(message.payload(), StandardCharsets.UTF_8));
        assertThat(fault.children())
                .extracting(child -> child.name().getLocalPart())
                .containsExactly("Code", "Reason", "Role", "Detail");
        XmlElement code = fault.child("Code").orElseThrow();
        assertThat(code.child("Value")).get().returns("soapenv:Sender", XmlElement::text);
        assertThat(code.child("Subcode").flatMap(subcode -> subcode.child("Value")))
                .get()
                .returns("hub:access_denied", XmlElement::text);
        assertThat(fault.child("Reason").orElseThrow().children())
                .extracting(text -> text.attribute(new QName("http://www.w3.org/XML/1998/namespace", "lang"))
                        .orElse("none"))
                .containsExactly("zh", "en");
        assertDetail(fault.child("Detail").orElseThrow());
    }

    @Test
    void namesTheReceiverWhereTheHubMustAct() {
        SoapFault fault = new SoapFault(SoapFault.Side.RECEIVER, "hub_busy", "m", "平台繁忙。", "Busy.", "", null);

        assertThat(new String(
                        SoapWriter.fault(SoapVersion.SOAP_11, List.of(), fault, WireCharset.UTF_8),
                        StandardCharsets.UTF_8))
                .contains("<faultcode>soapenv:Server</faultcode><faultstring>平台繁忙。 / Busy.</faultstring><detail>");
        assertThat(new String(
                        SoapWriter.fault(SoapVersion.SOAP_12, List.of(), fault, WireCharset.UTF_8),
                        StandardCharsets.UTF_8))
                .contains("soapenv:Receiver")
                .doesNotContain("Role");
    }

    private static void assertDetail(XmlElement detail) {
        XmlElement fault = detail.children().get(0);
        assertThat(fault.name()).isEqualTo(new QName("urn:lingnan:hub:1", "fault"));
        assertThat(fault.children())
                .allSatisfy(child -> assertThat(child.name().getNamespaceURI()).isEqualTo("urn:lingnan:hub:1"))
                .extracting(child -> child.name().getLocalPart() + "=" + child.text())
                .containsExactly(
                        "code=access_denied",
                        "messageId=m-1",
                        "zh=没有有效的授权。",
                        "en=There is no valid grant.",
                        "detail=PSB � <AIC-ENT-REG> � 𠮷");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
