package lingnan.transformers.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class SchemasTests {

    private static final String ELEMENTS =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:e'>"
                    + "<xs:simpleType name='code'><xs:restriction base='xs:string'><xs:length value='6'/></xs:restriction></xs:simpleType></xs:schema>";

    private static byte[] schema(String location) {
        return ("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:e='urn:e' targetNamespace='urn:s'>"
                        + "\n<xs:import namespace='urn:e' schemaLocation='" + location + "'/>"
                        + "<xs:element name='division' type='e:code'/></xs:schema>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> elements(String location) {
        return Optional.ofNullable(Map.of("elements.xsd", ELEMENTS.getBytes(StandardCharsets.UTF_8))
                .get(location));
    }

    @Test
    void compilesWithTheImportsThatItIsHanded() throws Exception {
        Schema schema = Schemas.compile("s.xsd", schema("../../elements/elements.xsd"), SchemasTests::elements);

        var validator = Schemas.validator(schema);
        assertThatCode(() -> validator.validate(source("<division xmlns='urn:s'>440199</division>")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> validator.validate(source("<division xmlns='urn:s'>4401</division>")))
                .isInstanceOf(SAXParseException.class);
    }

    @Test
    void validatesAStreamOfEventsToo() throws Exception {
        var handler =
                Schemas.validatorHandler(Schemas.compile("s.xsd", schema("elements.xsd"), SchemasTests::elements));
        var factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var reader = factory.newSAXParser().getXMLReader();
        reader.setContentHandler(handler);

        assertThatCode(() -> reader.parse(input("<division xmlns='urn:s'>440199</division>")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> reader.parse(input("<division xmlns='urn:s'>4401990</division>")))
                .isInstanceOf(SAXParseException.class);
    }

    private static InputSource input(String document) {
        return new InputSource(new StringReader(document));
    }

    @Test
    void readsNothingElse(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("there.xsd"), ELEMENTS);
        byte[] schema = schema(file.toUri().toString());

        assertThatThrownBy(() -> Schemas.compile("s.xsd", schema, location -> Optional.empty()))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("there.xsd");
    }

    @Test
    void refusesASchemaWithADtd() {
        byte[] schema = ("<!DOCTYPE x SYSTEM 'file:///etc/hostname'>" + ELEMENTS).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Schemas.compile("s.xsd", schema, SchemasTests::elements))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void namesTheLineOfASchemasMistake() {
        byte[] schema = new String(schema("elements.xsd"), StandardCharsets.UTF_8)
                .replace("e:code", "e:nothing")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Schemas.compile("s.xsd", schema, SchemasTests::elements))
                .isInstanceOfSatisfying(SAXParseException.class, e -> assertThat(e.getLineNumber())
                        .isEqualTo(2));
    }

    @Test
    void validatorsFetchNoExternalEntity(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "440199");
        var validator = Schemas.validator(Schemas.compile("s.xsd", schema("elements.xsd"), SchemasTests::elements));

        assertThatThrownBy(() -> validator.validate(source("<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri()
                        + "'>]><division xmlns='urn:s'>&x;</division>")))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void plumbingIsTheJdksOwnAndReadsNoFile(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        var transformer = HardenedXml.plumbing().newTransformer();
        StringWriter out = new StringWriter();

        assertThat(transformer.getClass().getName()).doesNotContain("saxon");
        assertThatThrownBy(() -> transformer.transform(
                        source("<!DOCTYPE d [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><d>&x;</d>"),
                        new StreamResult(out)))
                .isInstanceOf(TransformerException.class);
    }

    private static StreamSource source(String document) {
        return new StreamSource(new StringReader(document));
    }
}
