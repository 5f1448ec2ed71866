package lingnan.hub.contract;

import jakarta.xml.ws.Endpoint;
import jakarta.xml.ws.soap.SOAPBinding;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.springframework.stereotype.Component;

/**
 * Publishes a contract-first service: its WSDL is the contract, the types are generated from it, the implementation
 * throws {@link lingnan.hub.kernel.HubFault}. One endpoint of the SOAP 1.2 binding answers SOAP 1.1 in SOAP 1.1.
 *
 * <p>The bytes that arrive here have passed the edge: limits, character set, the strict pass and the caller are settled,
 * and the edge's servlet filter hands them on with {@code chain.doFilter} and a wrapped request. CXF validates them
 * against the contract's schema.
 */
@Component
public final class ContractServices {

    /** The request attribute under which the edge leaves the {@link lingnan.hub.access.Caller}. */
    public static final String CALLER = "lingnan.caller";

    /** The request attribute under which the edge leaves the {@link lingnan.hub.kernel.MessageId} of this call, if it has one. */
    public static final String MESSAGE_ID = "lingnan.messageId";

    /** The request attribute under which the edge leaves the bytes of the request as they were received. */
    public static final String RECEIVED = "lingnan.received";

    private final Bus bus;
    private final ArrivalLog arrivals;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    ContractServices(Bus bus, ArrivalLog arrivals) {
        this.bus = bus;
        this.arrivals = arrivals;
    }

    /**
     * @param name the last part of the address, {@code /services/<name>}
     * @param implementor implements the generated interface
     * @param wsdl the contract on the class path, such as {@code wsdl/hub/trace.wsdl}
     * @param service the WSDL's service
     * @param port its SOAP 1.2 port
     * @return published; to be stopped by the caller
     */
    public Endpoint publish(String name, Object implementor, String wsdl, QName service, QName port) {
        EndpointImpl endpoint = new EndpointImpl(bus, implementor, SOAPBinding.SOAP12HTTP_BINDING);
        endpoint.setWsdlLocation("classpath:" + wsdl);
        endpoint.setServiceName(service);
        endpoint.setEndpointName(port);
        endpoint.setProperties(Map.of(
                Message.SCHEMA_VALIDATION_ENABLED,
                "IN",
                "autoRewriteSoapAddressForAllServices",
                true,
                FaultListener.class.getName(),
                new SilentFaults()));
        endpoint.getInInterceptors().add(new HeaderIn());
        endpoint.getInInterceptors().add(new Reached());
        endpoint.getOutInterceptors().add(new HeaderOut());
        endpoint.getOutFaultInterceptors().add(new FaultForm(arrivals));
        endpoint.publish("/" + name);
        names.add(name);
        return endpoint;
    }

    /** The names under {@code /services/} that are contract first; every other is a subject or nothing. */
    public Set<String> published() {
        return Set.copyOf(names);
    }
}
