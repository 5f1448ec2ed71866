package lingnan.city.ltax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import lingnan.city.agency.AgencyOptions;
import lingnan.city.agency.AgencyServer;
import lingnan.city.agency.Call;
import lingnan.city.agency.OldWsdl;
import lingnan.city.agency.Soap;
import lingnan.city.agency.Stack;
import lingnan.city.data.Registers;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** LTAX's process: the envelope round {@link TaxQueries}. */
public final class TaxAgency implements Stack {

    private static final String NAMESPACE = "http://service.ltax.gz/";
    private static final String PATH = "/services/TaxService";
    private static final String XML = "text/xml;charset=UTF-8";
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final TaxQueries queries;
    private final OldWsdl wsdl;

    private TaxAgency(TaxQueries queries, OldWsdl wsdl) {
        this.queries = queries;
        this.wsdl = wsdl;
    }

    public static void main(String[] arguments) throws IOException {
        AgencyOptions options = AgencyOptions.parse(arguments, System.getenv());
        TaxQueries queries = new TaxQueries(Registers.of(options.seed(), options.records()));
        AgencyServer.serve(options, new TaxAgency(queries, OldWsdl.of("LTAX/TaxService.wsdl")));
    }

    @Override
    public Answer answer(Call call) throws IOException {
        if (!call.uri().getPath().equals(PATH)) {
            return Soap.xml(404, "text/plain", "Not found\n");
        }
        return call.method().equals("POST") ? invoke(call) : wsdl.at(call.uri());
    }

    private Answer invoke(Call call) throws IOException {
        String type;
        String xml;
        try {
            Element invoke = Soap.payload(call.body());
            if (!NAMESPACE.equals(invoke.getNamespaceURI()) || !"invoke".equals(invoke.getLocalName())) {
                return fault("soap:Client", "Cannot find dispatch method for " + invoke.getNodeName());
            }
            type = Soap.child(invoke, "type").getTextContent().strip();
            xml = Soap.child(invoke, "xml").getTextContent();
        } catch (SAXException e) {
            return fault("soap:Client", "Couldn't parse stream: " + e.getMessage());
        }
        String inner = queries.answer(call, type, xml);
        String body = PROLOG + "<soap:Envelope xmlns:soap=\"" + Soap.SOAP_11
                + "\"><soap:Body><ns2:invokeResponse xmlns:ns2=\"" + NAMESPACE + "\"><ns2:return>" + Soap.escape(inner)
                + "</ns2:return></ns2:invokeResponse></soap:Body></soap:Envelope>";
        return new Answer(200, XML, body.getBytes(UTF_8));
    }

    private static Answer fault(String code, String text) {
        return Soap.xml(
                500,
                XML,
                PROLOG + "<soap:Envelope xmlns:soap=\"" + Soap.SOAP_11 + "\"><soap:Body><soap:Fault><faultcode>" + code
                        + "</faultcode>" + Soap.element("faultstring", text)
                        + "</soap:Fault></soap:Body></soap:Envelope>");
    }
}
