package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import lingnan.city.agency.Soap;
import lingnan.city.data.WellKnown;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers of seven stacks ask the hub, by the WSDL that it composes where they read one, and get the same text. */
class ForeignClientsOfTheHubIT {

    private static final String CALLER = "GZ/GOV/LTAX/TAX";

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws IOException {
        city = City.start(new City.Setting(folder, 1, 50), EnumSet.of(SimulatedAgency.AIC, SimulatedAgency.PLAN));
        hub = HubProcess.start(HubProcess.Setting.of(folder.resolve("hub"), city));
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
        city.close();
    }

    private static void getsTheSameText(ForeignProgram client) throws IOException {
        String base = hub.base().toString().replaceFirst("/$", "");
        String password = String.valueOf(hub.passwords().get(CALLER));
        String enterprise = "registrationNumber=" + WellKnown.REGISTRATION_NUMBER;
        String permit = "permitNumber=" + WellKnown.PERMIT_NUMBER;

        assertThat(client.output(base, CALLER, password, "AIC-ENT-REG", enterprise, "name", "TAX-COMPARE"))
                .isEqualTo(WellKnown.ENTERPRISE_NAME);
        assertThat(client.output(base, CALLER, password, "PLAN-BUILD-PERMIT", permit, "builder", "PROJECT-TAX"))
                .isEqualTo(WellKnown.RARE_NAME);
        ForeignProgram.Outcome refused =
                client.run(base, CALLER, password, "AIC-ENT-REG", enterprise, "name", "CURIOSITY");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).containsAnyOf("有效的授权", "valid grant", "access_denied");
    }

    @Test
    void curl() throws IOException {
        getsTheSameText(
                ForeignProgram.client("sh", "curl/query.sh").needing("apt-get install curl", "curl", "--version"));
    }

    @Test
    void php() throws IOException {
        getsTheSameText(ForeignProgram.client("php", "php/query.php")
                .needing("apt-get install php-cli php-soap", "php", "-r", "new ReflectionClass('SoapClient');"));
    }

    @Test
    void zeep() throws IOException {
        getsTheSameText(ForeignProgram.client("/usr/bin/python3", "python/query.py")
                .needing("apt-get install python3-zeep", "/usr/bin/python3", "-c", "import zeep"));
    }

    @Test
    void node() throws IOException {
        Path client = Installation.find().clients().resolve("node");
        getsTheSameText(ForeignProgram.client("node", "node/query.js")
                .needing(
                        "apt-get install nodejs npm, and the npm registry within reach",
                        "npm",
                        "install",
                        "--prefix",
                        client.toString()));
    }

    @Test
    void dotNet() throws IOException {
        getsTheSameText(ForeignProgram.client("/usr/bin/python3", "dotnet/query.py")
                .needing("apt-get install python3", "/usr/bin/python3", "--version"));
    }

    @Test
    void axis() throws IOException {
        getsTheSameText(ForeignProgram.axis("lingnan.city.clients.AxisClient"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Soap11", "Soap12"})
    void cxf(String port) throws IOException, TransformerException {
        Service service = Service.create(
                hub.base().resolve("services/PLAN-BUILD-PERMIT?wsdl").toURL(),
                new QName(HubUnderTest.NAMESPACE, "PLAN-BUILD-PERMIT"));
        Dispatch<Source> dispatch =
                service.createDispatch(new QName(HubUnderTest.NAMESPACE, port), Source.class, Service.Mode.MESSAGE);
        dispatch.getRequestContext().put(BindingProvider.USERNAME_PROPERTY, CALLER);
        dispatch.getRequestContext()
                .put(
                        BindingProvider.PASSWORD_PROPERTY,
                        String.valueOf(hub.passwords().get(CALLER)));
        String question = port.equals("Soap12")
                ? HubUnderTest.goodEnvelope().replace(Soap.SOAP_11, Soap.SOAP_12)
                : HubUnderTest.goodEnvelope();
        Source answer = dispatch.invoke(new StreamSource(new ByteArrayInputStream(question.getBytes(UTF_8))));
        StringWriter text = new StringWriter();
        TransformerFactory.newDefaultInstance().newTransformer().transform(answer, new StreamResult(text));
        assertThat(text.toString()).contains("builder>" + WellKnown.RARE_NAME + "<");
    }

    /** From each WSDL, flat or with headers, both generators make a client that compiles against its own stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIC-ENT-REG?wsdl",
                "QTS-ORG-CODE?wsdl",
                "PSB-POP-BASE?wsdl",
                "LTAX-STATUS?wsdl",
                "LTAX-DEED-PAID?wsdl",
                "PLAN-BUILD-PERMIT?wsdl",
                "PLAN-BUILD-PERMIT?wsdl&headers=xroad"
            })
    void generatedClientsCompile(String wsdl, @TempDir Path out) throws Exception {
        String address = hub.base().resolve("services/" + wsdl).toString();
        Path cxf = Files.createDirectories(out.resolve("cxf"));
        new WSDLToJava(new String[] {"-d", cxf.toString(), address}).run(new ToolContext());
        compiles(cxf, Installation.find().cityClassPath());

        Path axis = Files.createDirectories(out.resolve("axis"));
        ForeignProgram.axis("org.apache.axis.wsdl.WSDL2Java").output("-o", axis.toString(), address);
        compiles(axis, Installation.find().axisClassPath());
    }

    private static void compiles(Path sources, String classPath) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-nowarn", "-proc:none", "-encoding", "UTF-8", "-cp", classPath));
        command.addAll(List.of("-d", sources.resolve("classes").toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        }
        assertThat(command).filteredOn(name -> name.endsWith("Query.java")).isNotEmpty();
        ForeignProgram.of(command.toArray(String[]::new)).output();
    }
}
