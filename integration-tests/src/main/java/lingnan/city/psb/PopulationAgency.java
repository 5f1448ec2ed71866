package lingnan.city.psb;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lingnan.city.agency.AgencyOptions;
import lingnan.city.agency.AgencyServer;
import lingnan.city.agency.Call;
import lingnan.city.agency.OldWsdl;
import lingnan.city.agency.Soap;
import lingnan.city.agency.Stack;
import lingnan.city.data.Register;
import lingnan.city.data.Registers;
import lingnan.city.data.Row;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** PSB's process. */
public final class PopulationAgency implements Stack {

    private static final String PATH = "/PopulationService.asmx";

    private final Register residents;
    private final OldWsdl wsdl;

    private PopulationAgency(Register residents, OldWsdl wsdl) {
        this.residents = residents;
        this.wsdl = wsdl;
    }

    public static void main(String[] arguments) throws IOException {
        AgencyOptions options = AgencyOptions.parse(arguments, System.getenv());
        Register residents = Registers.of(options.seed(), options.records()).residents();
        AgencyServer.serve(options, new PopulationAgency(residents, OldWsdl.of("PSB/PopulationService.wsdl")));
    }

    @Override
    public Answer answer(Call call) throws IOException {
        // IIS does not mind the case of a path.
        if (!call.uri().getPath().equalsIgnoreCase(PATH)) {
            return Soap.xml(404, "text/html", "<h1>The resource cannot be found.</h1>");
        }
        return call.method().equals("POST") ? query(call) : wsdl.at(call.uri());
    }

    private Answer query(Call call) throws IOException {
        AsmxForm form = AsmxForm.of(call);
        if (!form.isAction()) {
            return form.fault(
                    AsmxForm.Side.CLIENT,
                    "Server did not recognize the value of HTTP Header SOAPAction: " + call.header("SOAPAction") + ".");
        }
        Map<String, String> asked;
        try {
            Element query = Soap.payload(call.body());
            if (!AsmxForm.NAMESPACE.equals(query.getNamespaceURI())
                    || !"QueryPopulation".equals(query.getLocalName())) {
                return form.fault(
                        AsmxForm.Side.CLIENT, "Server was unable to read request. ---> " + query.getNodeName());
            }
            asked = Soap.children(query);
        } catch (SAXException e) {
            return form.fault(
                    AsmxForm.Side.CLIENT, "Server was unable to read request. ---> There is an error in XML document.");
        }
        String id = asked.getOrDefault("GMSFHM", "");
        call.acts("QueryPopulation", id);
        if (call.isToFail()) {
            return form.fault(AsmxForm.Side.SERVER, "Server was unable to process request. ---> Timeout expired.");
        }
        return form.answer(people(residents.find(Map.of("GMSFHM", id))));
    }

    private static String people(List<Row> found) {
        StringBuilder xml = new StringBuilder("<QueryPopulationResult>");
        for (Row row : found) {
            xml.append("<Population>");
            row.columns().forEach((column, text) -> xml.append(Soap.element(column, text)));
            xml.append("</Population>");
        }
        return xml.append("</QueryPopulationResult>").toString();
    }
}
