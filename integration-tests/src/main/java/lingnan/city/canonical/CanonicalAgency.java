package lingnan.city.canonical;

import jakarta.xml.ws.Endpoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.city.agency.AgencyOptions;
import lingnan.city.agency.AgencyServer;
import lingnan.city.data.Register;
import lingnan.city.data.Registers;
import org.apache.cxf.jaxws.EndpointImpl;
import org.xml.sax.SAXException;

/** The process of PLAN, QTS or any other agency that answers one subject in the canonical form. */
public final class CanonicalAgency {

    private CanonicalAgency() {}

    /** @param arguments first the subject, PLAN-BUILD-PERMIT or QTS-ORG-CODE, then those of every agency */
    public static void main(String[] arguments) throws IOException, SAXException {
        String subject = arguments[0];
        AgencyOptions options =
                AgencyOptions.parse(Arrays.copyOfRange(arguments, 1, arguments.length), System.getenv());
        Registers registers = Registers.of(options.seed(), options.records());
        CanonicalService service = new CanonicalService(register(subject, registers), CanonicalSchema.of(subject));
        EndpointImpl endpoint = (EndpointImpl) Endpoint.create(service);
        String namespace = service.schema().namespace();
        endpoint.setProperties(Map.of(
                Endpoint.WSDL_SERVICE,
                new QName(namespace, subject),
                Endpoint.WSDL_PORT,
                new QName(namespace, subject + "-soap11")));
        HttpPort port = new HttpPort("/services/" + subject);
        endpoint.setWsdlLocation(CanonicalSchema.wsdl(subject).toString());
        endpoint.publish(port);
        AgencyServer.serve(options, port);
    }

    private static Register register(String subject, Registers registers) {
        return switch (subject) {
            case "PLAN-BUILD-PERMIT" -> registers.permits();
            case "QTS-ORG-CODE" -> registers.organisations();
            default -> throw new IllegalArgumentException("Not a subject that is answered canonically: " + subject);
        };
    }
}
