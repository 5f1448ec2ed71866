package lingnan.city.clients;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.rmi.RemoteException;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.rpc.ServiceException;
import org.apache.axis.AxisFault;
import org.apache.axis.client.Call;
import org.apache.axis.client.Service;
import org.apache.axis.message.MessageElement;
import org.apache.axis.message.SOAPBodyElement;
import org.apache.axis.message.SOAPHeaderElement;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Asks with Apache Axis 1.4, document style. Arguments as in {@code clients/README.md}. */
public final class AxisClient {

    private static final String HUB = "urn:lingnan:hub:1";

    private AxisClient() {}

    public static void main(String[] arguments) throws ParserConfigurationException, ServiceException, RemoteException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String namespace = "urn:lingnan:gz:" + arguments[3] + ":1";
        String[] pair = arguments[4].split("=", 2);
        Call call = (Call) new Service().createCall();
        call.setTargetEndpointAddress(arguments[0] + "/services/" + arguments[3]);
        call.setUsername(arguments[1]);
        call.setPassword(arguments[2]);
        call.setUseSOAPAction(true);
        call.setSOAPActionURI(namespace + "#Query");
        List<String> names = List.of("purpose", "caseNumber");
        for (int i = 6; i < arguments.length; i++) {
            call.addHeader(new SOAPHeaderElement(HUB, names.get(i - 6), arguments[i]));
        }
        try {
            Object[] body = {new SOAPBodyElement(query(namespace, pair[0], pair[1]))};
            List<?> answer = (List<?>) call.invoke(body);
            named(arguments[5], (MessageElement) answer.get(0))
                    .limit(1)
                    .forEach(field -> out.println(field.getValue()));
        } catch (AxisFault fault) {
            System.err.println(fault.getFaultCode() + " " + fault.getFaultString());
            System.exit(1);
        }
    }

    private static Element query(String namespace, String key, String value) throws ParserConfigurationException {
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .newDocument();
        Element query = document.createElementNS(namespace, "Query");
        query.appendChild(document.createElementNS(namespace, key)).appendChild(document.createTextNode(value));
        return query;
    }

    /** From Axis' own tree: its DOM would be written and read once more, and break at characters beyond the BMP. */
    private static Stream<MessageElement> named(String field, MessageElement parent) {
        List<?> children = parent.getChildren() == null ? List.of() : parent.getChildren();
        return children.stream()
                .filter(MessageElement.class::isInstance)
                .map(MessageElement.class::cast)
                .flatMap(child -> field.equals(child.getName()) ? Stream.of(child) : named(field, child));
    }
}
