package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /services/catalog} as other stacks see it: X-Road's metadata clients, zeep, npm soap, Axis 1.4. */
class CatalogueToolkitsIT {

    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String AUDIT = "GZ/GOV/AUDIT/AUDIT";

    @TempDir
    static Path folder;

    private static HubProcess hub;
    private static CatalogueClient catalogue;

    @BeforeAll
    static void start() throws IOException {
        hub = HubProcess.start(new HubProcess.Setting(folder.resolve("hub"), Map.of(), Map.of(), List.of()));
        catalogue = new CatalogueClient(hub);
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listMethods", "allowedMethods"})
    void listsMethodsAsXRoadDoes(String operation) throws IOException {
        RawHttp.Answer answer = catalogue.post(LTAX, service("AIC", "ENT", operation), "<xroad:" + operation + "/>");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .contains(operation + "Response", "serviceCode>AIC-ENT-REG<", "serviceVersion>v1<")
                .contains(">411d6755<", "xroad:client", "serviceCode>" + operation + "<", "4.0<")
                .contains("requestHash", "subsystemCode>ENT<", "objectType=\"SERVICE\"");
        if (operation.equals("listMethods")) {
            assertThat(answer.text()).contains("serviceCode>AIC-NAME-RESERVE<");
        } else {
            assertThat(answer.text()).doesNotContain("serviceCode>AIC-NAME-RESERVE<");
        }
    }

    @Test
    void allowsNothingWithoutAGrantInForce() throws IOException {
        String pilot = catalogue
                .post(LTAX, service("PSB", "POP", "allowedMethods"), "<xroad:allowedMethods/>")
                .text();
        assertThat(pilot).contains("allowedMethodsResponse").doesNotContain("serviceCode>PSB-POP-BASE<");
    }

    @ParameterizedTest
    @CsvSource({
        "AIC, ENT,  allowedMethods, listMethods,    inconsistent_headers",
        "AIC, NONE, listMethods,    listMethods,    unknown_service",
        "XXX, ENT,  listMethods,    listMethods,    unknown_service"
    })
    void refusesWhatItsHeadersContradict(String agency, String system, String named, String called, String code)
            throws IOException {
        assertThat(catalogue
                        .post(LTAX, service(agency, system, named), "<xroad:" + called + "/>")
                        .code())
                .isEqualTo(code);
    }

    @Test
    void refusesMethodsOfNobodyAndForAnother() throws IOException {
        assertThat(catalogue.post(LTAX, "", "<xroad:listMethods/>").code()).isEqualTo("missing_header_field");
        assertThat(catalogue
                        .post(AUDIT, service("AIC", "ENT", "listMethods"), "<xroad:listMethods/>")
                        .code())
                .isEqualTo("inconsistent_headers");
        String insisting = "<x:later xmlns:x=\"urn:x\" soap:mustUnderstand=\"1\"/>";
        assertThat(catalogue
                        .post(LTAX, insisting, "<FindProgrammes xmlns=\"urn:lingnan:hub:catalog:1\"/>")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void speaksToZeep() throws IOException {
        ForeignProgram zeep = ForeignProgram.client("/usr/bin/python3", "python/catalogue.py")
                .needing("apt-get install python3-zeep", "/usr/bin/python3", "-c", "import zeep");
        String base = catalogue.base();
        assertThat(zeep.output(base, LTAX, catalogue.password(LTAX), "FindSubjects", "text=契税")
                        .lines())
                .contains("LTAX-DEED-PAID");
        assertThat(zeep.output(
                                base,
                                LTAX,
                                catalogue.password(LTAX),
                                "DescribeSubject",
                                "code=AIC-ENT-REG",
                                "on=2009-11-10")
                        .lines())
                .startsWith("工商行政管理局", "registrationNumber")
                .doesNotContain("legalRepresentativeId");
        ForeignProgram.Outcome unknown =
                zeep.run(base, LTAX, catalogue.password(LTAX), "DescribeSubject", "code=AIC-NO-SUCH");
        assertThat(unknown.err().strip()).isEqualTo("unknown_service");
    }

    @Test
    void speaksToNode() throws IOException {
        ForeignClient.NODE.program();
        String base = catalogue.base();
        assertThat(ForeignProgram.client("node", "node/catalogue.js")
                        .output(base, LTAX, catalogue.password(LTAX), "deed tax"))
                .contains("LTAX-DEED-PAID 契税完税信息");
    }

    @ParameterizedTest
    @CsvSource({"catalog, CatalogSoap11Stub.java", "trace, TraceSoap12Stub.java"})
    void becomesClassesOfAxis(String service, String expected) throws IOException, URISyntaxException {
        Path sources = folder.resolve("axis-" + service);
        String axis = Installation.find().axisClassPath();
        URL tests = AxisGenerator.class.getProtectionDomain().getCodeSource().getLocation();
        ForeignProgram.of(Installation.java().get(0), "-cp", Path.of(tests.toURI()) + File.pathSeparator + axis)
                .output(AxisGenerator.class.getName(), hub.service(service) + "?wsdl", sources.toString());
        List<String> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .toList();
        }
        assertThat(files).anyMatch(file -> file.endsWith(expected));
        String jars;
        try (Stream<Path> all = Files.list(
                Path.of(axis.substring(axis.indexOf(File.pathSeparator) + 1)).getParent())) {
            jars = all.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        List<String> javac =
                List.of("-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", jars, "-d", sources.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        Stream.concat(javac.stream(), files.stream()).toArray(String[]::new));
        assertThat(result).as(said.toString(UTF_8)).isZero();
    }

    /** As the protocol's own example has it: the prefixes are declared on the Envelope. */
    private static String service(String agency, String system, String operation) {
        return """
                <xroad:client id:objectType="SUBSYSTEM">
                  <id:xRoadInstance>GZ</id:xRoadInstance><id:memberClass>GOV</id:memberClass>
                  <id:memberCode>LTAX</id:memberCode><id:subsystemCode>TAX</id:subsystemCode>
                </xroad:client>
                <xroad:service id:objectType="SERVICE">
                  <id:xRoadInstance>GZ</id:xRoadInstance><id:memberClass>GOV</id:memberClass>
                  <id:memberCode>%s</id:memberCode><id:subsystemCode>%s</id:subsystemCode>
                  <id:serviceCode>%s</id:serviceCode>
                </xroad:service>
                <xroad:id>411d6755</xroad:id>
                <xroad:protocolVersion>4.0</xroad:protocolVersion>
                """.formatted(agency, system, operation);
    }
}
