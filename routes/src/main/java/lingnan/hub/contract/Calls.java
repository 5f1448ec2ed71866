package lingnan.hub.contract;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

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

    private static HttpServletRequest request(WebServiceContext context) {
        if (context.getMessageContext().get(MessageContext.SERVLET_REQUEST) instanceof HttpServletRequest request) {
            return request;
        }
        throw new IllegalStateException("A contract-first service was called other than through its servlet.");
    }
}
