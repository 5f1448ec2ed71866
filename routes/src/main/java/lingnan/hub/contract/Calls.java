package lingnan.hub.contract;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.time.Clock;
import java.util.Objects;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** What the edge settled about the call that a contract-first service is answering. */
public final class Calls {

    private Calls() {}

    /** @throws HubFault of code UNAUTHENTICATED if the edge has not identified anybody */
    public static Caller caller(WebServiceContext context) {
        if (request(context).getAttribute(ContractServices.CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new HubFault(FaultCode.UNAUTHENTICATED, "");
    }

    /** The peer's network address. */
    public static String remoteAddress(WebServiceContext context) {
        return request(context).getRemoteAddr();
    }

    /** What the call says of itself; nothing if it has no header blocks that the hub knows. */
    public static CallHeaders headers() {
        CallHeaders known =
                PhaseInterceptorChain.getCurrentMessage().getExchange().get(CallHeaders.class);
        return known == null ? CallHeaders.NONE : known;
    }

    /** Says that the service has logged the refusal that it is about to throw; every other is logged for it. */
    public static void refusalIsLogged() {
        PhaseInterceptorChain.getCurrentMessage().getExchange().put(Logged.class, new Logged());
    }

    /** Stands in the exchange of a call whose refusal is in the log. */
    record Logged() {}

    /** The hub's id of this call, which its answer names too. */
    public static MessageId messageId(WebServiceContext context) {
        return request(context).getAttribute(ContractServices.MESSAGE_ID) instanceof MessageId id
                ? id
                : MessageId.next(Clock.systemUTC());
    }

    /** The request as it was received. */
    public static byte[] received(WebServiceContext context) {
        return request(context).getAttribute(ContractServices.RECEIVED) instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** The Content-Type that it came with. */
    public static String contentType(WebServiceContext context) {
        return Objects.requireNonNullElse(request(context).getContentType(), "");
    }

    /** The address of another service, at the host and port by which this one was called: {@code …/services/<path>}. */
    public static String sibling(WebServiceContext context, String path) {
        String own = request(context).getRequestURL().toString();
        return own.replaceFirst("/services/.*$", "/services/") + path;
    }

    private static HttpServletRequest request(WebServiceContext context) {
        if (context.getMessageContext().get(MessageContext.SERVLET_REQUEST) instanceof HttpServletRequest request) {
            return request;
        }
        throw new IllegalStateException("A contract-first service was called other than through its servlet.");
    }
}
