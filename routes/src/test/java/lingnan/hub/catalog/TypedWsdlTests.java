package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.wsdl.Definition;
import javax.wsdl.factory.WSDLFactory;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TypedWsdlTests {

    private static final String ADDRESS = "http://127.0.0.1:8080/services/X?a=1&b=\"2\"";

    @ParameterizedTest
    @MethodSource("lingnan.hub.catalog.ShippedCity#subjects")
    void isOneFlatFileThatWsdl4jReads(String code) throws Exception {
        Subject subject = ShippedCity.subject(code);
        for (boolean headers : new boolean[] {false, true}) {
            String wsdl = wsdl(subject, headers);
            var reader = WSDLFactory.newInstance().newWSDLReader();
            reader.setFeature("javax.wsdl.verbose", false);
            Definition definition = reader.readWSDL(null, new InputSource(new StringReader(wsdl)));

            assertThat(wsdl)
                    .doesNotContain("schemaLocation", "appinfo", "urn:lingnan:catalog", "urn:lingnan:address", "${");
            assertThat(wsdl.contains("xroad")).isEqualTo(headers);
            assertThat(wsdl.contains(":header ")).isEqualTo(headers);
            assertThat(definition.getTargetNamespace()).isEqualTo(subject.namespace());
            assertThat(definition.getBindings().size()).isEqualTo(2);
            var operation =
                    definition.getPortType(new QName(subject.namespace(), code)).getOperation("Query", null, null);
            assertThat(operation.getInput().getMessage().getPart("parameters").getElementName())
                    .isEqualTo(new QName(subject.namespace(), "Query"));
            assertThat(operation
                            .getFault("HubFault")
                            .getMessage()
                            .getPart("fault")
                            .getElementName())
                    .isEqualTo(new QName("urn:lingnan:hub:1", "fault"));
        }
    }

    @ParameterizedTest
    @MethodSource("lingnan.hub.catalog.ShippedCity#subjects")
    void holdsAllTheSchemasThatItsElementsNeed(String code) {
        Subject subject = ShippedCity.subject(code);
        Document wsdl = Documents.parse(wsdl(subject, true).getBytes(StandardCharsets.UTF_8));
        var schemas = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");

        assertThat(schemas.getLength()).isEqualTo(5);
        for (Subject.Field field : subject.fields()) {
            assertThat(wsdl(subject, false))
                    .contains("name=\"" + field.name() + "\"", field.label().zh());
        }
    }

    @Test
    void namesTheAddressEscapedAtBothPorts() {
        String wsdl = wsdl(ShippedCity.subject("AIC-ENT-REG"), false);

        assertThat(wsdl.split("location=\"http://127.0.0.1:8080/services/X\\?a=1&amp;b=&quot;2&quot;\"", -1))
                .hasSize(3);
    }

    @Test
    void namesTheActionThatIsAgreed() {
        assertThat(wsdl(ShippedCity.subject("PSB-POP-BASE"), false))
                .contains("soapAction=\"urn:lingnan:gz:PSB-POP-BASE:1#Query\"");
    }

    private static String wsdl(Subject subject, boolean headers) {
        return new String(subject.schema().wsdl(ADDRESS, headers), StandardCharsets.UTF_8);
    }
}
