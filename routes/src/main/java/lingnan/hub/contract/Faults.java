package lingnan.hub.contract;

import jakarta.xml.bind.UnmarshalException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Exchange;
import org.xml.sax.SAXParseException;

/** Puts whatever went wrong inside CXF into the hub's one family of faults. */
final class Faults {

    private static final int DEEPEST = 16;

    private Faults() {}

    /** @param call what CXF knows of the call: whether the service had been reached when it went wrong */
    static HubFault translate(Throwable thrown, Exchange call) {
        return find(thrown, HubFault.class)
                .or(() -> find(thrown, SAXParseException.class)
                        .map(invalid -> new HubFault(FaultCode.INVALID_BODY, place(invalid), thrown)))
                .or(() -> find(thrown, UnmarshalException.class)
                        .map(invalid -> new HubFault(FaultCode.INVALID_BODY, "", thrown)))
                .orElseGet(() -> new HubFault(code(thrown, call), "", thrown));
    }

    private static FaultCode code(Throwable thrown, Exchange call) {
        if (call.get(Reached.class) != null && call.getBindingOperationInfo() != null) {
            return FaultCode.INTERNAL_ERROR;
        }
        if (find(thrown, XMLStreamException.class).isPresent()) {
            return FaultCode.INVALID_XML;
        }
        boolean envelope = thrown instanceof SoapFault;
        return envelope ? FaultCode.INVALID_SOAP : FaultCode.UNKNOWN_OPERATION;
    }

    /** Whether an operator should see the cause: nobody's mistake but the hub's. */
    static boolean isUnexpected(HubFault fault) {
        return fault.code() == FaultCode.INTERNAL_ERROR;
    }

    private static String place(SAXParseException invalid) {
        String message = invalid.getMessage() == null ? "" : invalid.getMessage();
        return message.startsWith("cvc-") ? message : "";
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, next -> next != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
