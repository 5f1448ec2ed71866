package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import lingnan.city.data.WellKnown;
import org.apache.cxf.headers.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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

    @ParameterizedTest
    @EnumSource
    void getsTheSameText(ForeignClient client) throws IOException {
        ForeignProgram program = client.program();
        String base = hub.base().toString().replaceFirst("/$", "");
        String password = String.valueOf(hub.passwords().get(CALLER));
        String enterprise = "registrationNumber=" + WellKnown.REGISTRATION_NUMBER;
        String permit = "permitNumber=" + WellKnown.PERMIT_NUMBER;

        assertThat(program.output(base, CALLER, password, "AIC-ENT-REG", enterprise, "name", "TAX-COMPARE"))
                .isEqualTo(WellKnown.ENTERPRISE_NAME);
        assertThat(program.output(base, CALLER, password, "PLAN-BUILD-PERMIT", permit, "builder", "PROJECT-TAX"))
                .isEqualTo(WellKnown.RARE_NAME);
        ForeignProgram.Outcome refused =
                program.run(base, CALLER, password, "AIC-ENT-REG", enterprise, "name", "CURIOSITY");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).containsAnyOf("有效的授权", "valid grant", "access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Soap11", "Soap12"})
    void cxf(String port) throws Exception {
        Service service = Service.create(
                hub.base().resolve("services/PLAN-BUILD-PERMIT?wsdl").toURL(),
                new QName(HubUnderTest.NAMESPACE, "PLAN-BUILD-PERMIT"));
        Dispatch<Source> dispatch =
                service.createDispatch(new QName(HubUnderTest.NAMESPACE, port), Source.class, Service.Mode.PAYLOAD);
        Element purpose = element("<purpose xmlns='urn:lingnan:hub:1'>PROJECT-TAX</purpose>");
        dispatch.getRequestContext()
                .putAll(Map.of(
                        BindingProvider.USERNAME_PROPERTY,
                        CALLER,
                        BindingProvider.PASSWORD_PROPERTY,
                        String.valueOf(hub.passwords().get(CALLER)),
                        Header.HEADER_LIST,
                        List.of(new Header(new QName("urn:lingnan:hub:1", "purpose"), purpose))));
        Element question = element("<Query xmlns='" + HubUnderTest.NAMESPACE + "'><permitNumber>"
                + WellKnown.PERMIT_NUMBER + "</permitNumber></Query>");

        Source answer = dispatch.invoke(new DOMSource(question));

        DOMResult tree = new DOMResult();
        TransformerFactory.newDefaultInstance().newTransformer().transform(answer, tree);
        Document document = (Document) tree.getNode();
        assertThat(document.getElementsByTagNameNS("*", "builder").item(0).getTextContent())
                .isEqualTo(WellKnown.RARE_NAME);
    }

    private static Element element(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .getDocumentElement();
    }
}
