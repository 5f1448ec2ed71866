package lingnan.hub.contract;

import jakarta.xml.bind.UnmarshalException;
import java.util.Optional;
import java.util.stream.Stream;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.xml.sax.SAXParseException;

/** Puts whatever went wrong inside CXF into the hub's one family of faults. */
final class Faults {

    private static final int DEEPEST = 16;

    private Faults() {}

    static HubFault translate(Throwable thrown) {
        return find(thrown, HubFault.class)
                .or(() -> find(thrown, SAXParseException.class)
                        .map(invalid -> new HubFault(FaultCode.INVALID_BODY, place(invalid), thrown)))
                .or(() -> find(thrown, UnmarshalException.class)
                        .map(invalid -> new HubFault(FaultCode.INVALID_BODY, "", thrown)))
                .orElseGet(() -> ofCxf(thrown));
    }

    /** Whether an operator should see the cause: nobody's mistake but the hub's. */
    static boolean isUnexpected(HubFault fault) {
        return fault.code() == FaultCode.INTERNAL_ERROR;
    }

    private static HubFault ofCxf(Throwable thrown) {
        if (thrown instanceof SoapFault fault
                && (fault.getFaultCode().getLocalPart().equals("Client")
                        || fault.getFaultCode().getLocalPart().equals("Sender"))) {
            return new HubFault(FaultCode.INVALID_SOAP, "", thrown);
        }
        boolean noSuchOperation = thrown instanceof Fault fault && "UNEXPECTED_ELEMENT".equals(fault.getCode());
        return new HubFault(noSuchOperation ? FaultCode.UNKNOWN_OPERATION : FaultCode.INTERNAL_ERROR, "", thrown);
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
