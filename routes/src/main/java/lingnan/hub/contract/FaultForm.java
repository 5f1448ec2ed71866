package lingnan.hub.contract;

import jakarta.servlet.http.HttpServletRequest;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes every fault of a contract-first service in the hub's form; nothing of CXF's own words leaves. */
final class FaultForm extends AbstractSoapInterceptor {

    private static final String NAMESPACE = "urn:lingnan:hub:1";

    private final ArrivalLog arrivals;

    FaultForm(ArrivalLog arrivals) {
        super(Phase.SETUP);
        this.arrivals = arrivals;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exception thrown = message.getContent(Exception.class);
        if (thrown != null) {
            HubFault fault = Faults.translate(thrown, message.getExchange());
            HttpServletRequest call = request(message);
            if (call != null && message.getExchange().get(Calls.Logged.class) == null) {
                arrivals.refused(call, fault);
            }
            message.setContent(Exception.class, written(fault, message));
        }
    }

    private static SoapFault written(HubFault fault, SoapMessage message) {
        SoapVersion version = message.getVersion();
        QName code = fault.code().side() == FaultCode.Side.CALLER ? version.getSender() : version.getReceiver();
        SoapFault written = new SoapFault(fault.code().sentence().toString(), code);
        written.setDetail(detail(fault, version, messageId(message)));
        return written;
    }

    private static Element detail(HubFault fault, SoapVersion version, @Nullable Object messageId) {
        Document document = document();
        Element detail = version.getVersion() == 1.1
                ? document.createElement("detail")
                : document.createElementNS(version.getNamespace(), "soap:Detail");
        Element written = document.createElementNS(NAMESPACE, "fault");
        detail.appendChild(written);
        append(written, "code", fault.code().wireName());
        if (messageId != null) {
            append(written, "messageId", messageId.toString());
        }
        append(written, "zh", fault.code().sentence().zh());
        append(written, "en", fault.code().sentence().en());
        if (!fault.detail().isEmpty()) {
            append(written, "detail", fault.detail());
        }
        return detail;
    }

    private static void append(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
        child.setTextContent(text);
        parent.appendChild(child);
    }

    private static @Nullable Object messageId(SoapMessage message) {
        HttpServletRequest call = request(message);
        return call == null ? null : call.getAttribute(ContractServices.MESSAGE_ID);
    }

    private static @Nullable HttpServletRequest request(SoapMessage message) {
        Object request = message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
        return request instanceof HttpServletRequest http ? http : null;
    }

    static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK cannot build an empty document.", impossible);
        }
    }
}
