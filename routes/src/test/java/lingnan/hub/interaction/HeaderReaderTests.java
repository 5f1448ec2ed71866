package lingnan.hub.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.xml.StrictSoapReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTests {

    private static final String CLIENT = """
            <x:client id:objectType="SUBSYSTEM"><id:xRoadInstance>GZ</id:xRoadInstance>\
            <id:memberClass>GOV</id:memberClass><id:memberCode>LTAX</id:memberCode>\
            <id:subsystemCode>TAX</id:subsystemCode></x:client>""";

    @Test
    void readsXRoadAndHubHeaders() {
        Headers headers = read(
                CLIENT
                        + "<x:id>q-1</x:id><x:userId>办事员·甲</x:userId><x:protocolVersion>4.0</x:protocolVersion>"
                        + "<h:purpose>TAX-COMPARE</h:purpose><h:caseNumber>𠮷-7</h:caseNumber><h:asynchronous>1</h:asynchronous>");
        assertThat(headers.client()).hasToString("Optional[GZ/GOV/LTAX/TAX]");
        assertThat(headers.id()).contains("q-1");
        assertThat(headers.userId()).contains("办事员·甲");
        assertThat(headers.purpose()).contains("TAX-COMPARE");
        assertThat(headers.caseNumber()).contains("𠮷-7");
        assertThat(headers.asynchronous()).isTrue();
        assertThat(headers.speaksXRoad()).isTrue();
        assertThat(headers.echoed()).hasSize(4);
    }

    @Test
    void echoesIdentifiersWithoutTheirIndentation() {
        Headers headers = read(CLIENT.replace("<id:", "\n    <id:"));
        assertThat(headers.echoed().get(0).text()).isEmpty();
        assertThat(headers.echoed().get(0).children()).hasSize(4);
    }

    @Test
    void needsNoHeaderAtAll() {
        assertThat(read("")).isEqualTo(Headers.NONE);
    }

    @Test
    void ignoresAForeignBlockThatDoesNotInsist() {
        assertThat(read("<a:any xmlns:a='urn:any'>x</a:any>").speaksXRoad()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:any xmlns:a='urn:any' s:mustUnderstand='1'/>",
                "<h:asynchronous>perhaps</h:asynchronous>",
                "<x:id>1</x:id><x:id>2</x:id>",
                "<x:client><id:memberCode>LTAX</id:memberCode></x:client>",
                "<x:client><id:xRoadInstance>G/Z</id:xRoadInstance><id:memberClass>GOV</id:memberClass>"
                        + "<id:memberCode>LTAX</id:memberCode><id:subsystemCode>TAX</id:subsystemCode></x:client>"
            })
    void refusesWhatItCannotRead(String headers) {
        assertThatExceptionOfType(HubFault.class)
                .isThrownBy(() -> read(headers))
                .extracting(HubFault::code)
                .isEqualTo(FaultCode.INVALID_HEADER_FIELD);
    }

    @Test
    void refusesAFieldThatIsTooLong() {
        assertThatExceptionOfType(HubFault.class)
                .isThrownBy(() -> read("<h:purpose>" + "长".repeat(301) + "</h:purpose>"))
                .withMessageContaining("purpose");
    }

    private static Headers read(String headers) {
        String envelope = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'"
                + " xmlns:x='http://x-road.eu/xsd/xroad.xsd' xmlns:id='http://x-road.eu/xsd/identifiers'"
                + " xmlns:h='urn:lingnan:hub:1'>"
                + (headers.isEmpty() ? "" : "<s:Header>" + headers + "</s:Header>")
                + "<s:Body><q xmlns='urn:q'/></s:Body></s:Envelope>";
        return HeaderReader.read(StrictSoapReader.read(envelope.getBytes(StandardCharsets.UTF_8), WireCharset.UTF_8));
    }
}
