package lingnan.city.psb;

import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import lingnan.city.agency.Stack.Answer;

/**
 * The outside of an ASMX answer in the caller's SOAP version.
 *
 * @param isAction whether the caller named the operation, in quotes, as ASP.NET demands
 */
record AsmxForm(boolean isSoap12, boolean isAction) {

    static final String NAMESPACE = "http://tempuri.org/";

    private static final String ACTION = "\"" + NAMESPACE + "QueryPopulation\"";
    private static final String INSTANCES =
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">";

    /** Who is to blame. */
    enum Side {
        CLIENT("Client", "Sender"),
        SERVER("Server", "Receiver");

        private final String soap11;
        private final String soap12;

        Side(String soap11, String soap12) {
            this.soap11 = soap11;
            this.soap12 = soap12;
        }
    }

    static AsmxForm of(Call call) {
        String type = call.header("Content-Type");
        boolean isSoap12 = type.startsWith("application/soap+xml");
        boolean isAction = isSoap12
                ? type.contains("action=" + ACTION)
                : call.header("SOAPAction").equals(ACTION);
        return new AsmxForm(isSoap12, isAction);
    }

    Answer answer(String result) {
        return envelope(
                200, "<QueryPopulationResponse xmlns=\"" + NAMESPACE + "\">" + result + "</QueryPopulationResponse>");
    }

    Answer fault(Side side, String text) {
        return envelope(
                500,
                isSoap12
                        ? "<soap:Fault><soap:Code><soap:Value>soap:" + side.soap12
                                + "</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang=\"en\">"
                                + Soap.escape(text)
                                + "</soap:Text></soap:Reason><soap:Detail/></soap:Fault>"
                        : "<soap:Fault><faultcode>soap:" + side.soap11 + "</faultcode>"
                                + Soap.element("faultstring", text) + "<detail/></soap:Fault>");
    }

    private Answer envelope(int status, String body) {
        String namespace = isSoap12 ? Soap.SOAP_12 : Soap.SOAP_11;
        String type = isSoap12 ? "application/soap+xml" : "text/xml";
        return Soap.xml(
                status,
                type + "; charset=utf-8",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"" + namespace + "\"" + INSTANCES
                        + "<soap:Body>" + body + "</soap:Body></soap:Envelope>");
    }
}
