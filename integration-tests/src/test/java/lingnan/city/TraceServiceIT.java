package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.xml.ws.BindingProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import lingnan.city.data.WellKnown;
import lingnan.wsdl.trace.Body;
import lingnan.wsdl.trace.Refused;
import lingnan.wsdl.trace.Step;
import lingnan.wsdl.trace.Summary;
import lingnan.wsdl.trace.Trace;
import lingnan.wsdl.trace.TraceService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /services/trace} as agencies call it, with clients generated from its WSDL, at a real hub. */
class TraceServiceIT {

    private static final String AIC = "GZ/GOV/AIC/ENT";
    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String QTS = "GZ/GOV/QTS/ORG";

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;
    private static String message;

    @BeforeAll
    static void askOnce() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 1, 50), EnumSet.of(SimulatedAgency.AIC));
        hub = HubProcess.start(HubProcess.Setting.of(folder.resolve("hub"), city));
        message = hub.client(LTAX)
                .query(Question.about("AIC-ENT-REG", "registrationNumber", WellKnown.REGISTRATION_NUMBER)
                        .purpose("TAX-COMPARE"))
                .messageId()
                .orElseThrow();
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            hub.close();
        } finally {
            city.close();
        }
    }

    @Test
    void showsTheAskedAgencyItsOwnLegOnly() throws Refused {
        List<Summary> found = as(AIC).find(WellKnown.REGISTRATION_NUMBER, 10);
        assertThat(found).extracting(Summary::getMessageId).containsExactly(message);
        assertThat(found).extracting(Summary::getClient).containsExactly(LTAX);

        List<Step> steps = as(AIC).getTrace(message, true);
        assertThat(steps).extracting(Step::getKind).containsExactly("accepted", "answered");
        assertThat(bodies(steps))
                .extracting(Body::getRole)
                .containsExactlyInAnyOrder("request_sent", "answer_received");
        assertThat(new String(body(steps, "answer_received").getValue(), UTF_8))
                .as("Axis' own bytes, which write Chinese as references")
                .contains("multiRef", "&#x5E7F;&#x5DDE;", WellKnown.REGISTRATION_NUMBER);
        assertThat(steps)
                .flatExtracting(Step::getFact)
                .extracting(fact -> fact.getName())
                .contains("purpose")
                .doesNotContain("grant", "remote", "steps");
    }

    @Test
    void showsTheAskingAgencyItsOwnLegOnly() throws Refused {
        List<Step> steps = as(LTAX).getTrace(message, true);
        assertThat(bodies(steps))
                .extracting(Body::getRole)
                .containsExactlyInAnyOrder("request_received", "answer_sent");
        assertThat(new String(body(steps, "answer_sent").getValue(), UTF_8)).contains(WellKnown.ENTERPRISE_NAME);
        assertThat(bodies(as(LTAX).getTrace(message, null))).isEmpty();
    }

    @Test
    void tellsAStrangerNothingAndLogsThatItTried() throws Refused, IOException {
        assertThat(as(QTS).find(WellKnown.REGISTRATION_NUMBER, null)).isEmpty();
        Refused refused = catchThrowableOfType(Refused.class, () -> as(QTS).getTrace(message, true));
        assertThat(refused.getFaultInfo().getCode()).isEqualTo("unknown_message");
        assertThat(refused.getFaultInfo().getZh()).isNotBlank();
        assertThat(refused.getFaultInfo().getEn()).isNotBlank();
        assertThat(HubCommand.run(hub, "trace", message).output()).doesNotContain(QTS);
    }

    @Test
    void keepsEachLookWithTheMessage() throws Refused, IOException {
        as(AIC).getTrace(message, false);
        assertThat(HubCommand.run(hub, "trace", message).output()).contains(AIC, "GetTrace");
    }

    @Test
    void speaksToZeep() throws IOException {
        ForeignProgram zeep = ForeignProgram.client("/usr/bin/python3", "python/trace.py")
                .needing("apt-get install python3-zeep", "/usr/bin/python3", "-c", "import zeep");
        String base = hub.base().toString().replaceAll("/$", "");
        assertThat(zeep.output(base, AIC, password(AIC), message)).isEqualTo("accepted answered");

        ForeignProgram.Outcome stranger = zeep.run(base, QTS, password(QTS), message);
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.err().strip()).isEqualTo("unknown_message");
    }

    private static Trace as(String subsystem) {
        Trace trace = new TraceService().getTraceSoap11();
        var context = ((BindingProvider) trace).getRequestContext();
        context.put(
                BindingProvider.ENDPOINT_ADDRESS_PROPERTY, hub.service("trace").toString());
        context.put(BindingProvider.USERNAME_PROPERTY, subsystem);
        context.put(BindingProvider.PASSWORD_PROPERTY, password(subsystem));
        return trace;
    }

    private static String password(String subsystem) {
        String password = hub.passwords().get(subsystem);
        assertThat(password).isNotNull();
        return password;
    }

    private static List<Body> bodies(List<Step> steps) {
        return steps.stream().flatMap(step -> step.getBody().stream()).toList();
    }

    private static Body body(List<Step> steps, String role) {
        return bodies(steps).stream()
                .filter(body -> body.getRole().equals(role))
                .findFirst()
                .orElseThrow();
    }
}
