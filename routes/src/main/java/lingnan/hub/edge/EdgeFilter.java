package lingnan.hub.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import lingnan.hub.access.Caller;
import lingnan.hub.access.CallerResolver;
import lingnan.hub.access.CallerResolver.Credentials;
import lingnan.hub.contract.ContractServices;
import lingnan.hub.interaction.ArrivalReader;
import lingnan.hub.interaction.Envelopes;
import lingnan.hub.interaction.InteractionFlow;
import lingnan.hub.interaction.Reply;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one way in for agencies, in front of CXF and Camel. Takes bytes, enforces the limits, identifies the caller, reads
 * strictly, and hands an arrival to the flow or the checked bytes to CXF. Whatever goes wrong on the way leaves as a
 * fault with a code and a message id; this is the only place where a surprise is caught whole.
 */
final class EdgeFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);

    private final BodyReader bodies;
    private final CallerResolver callers;
    private final ArrivalReader arrivals;
    private final InteractionFlow flow;
    private final Envelopes envelopes;
    private final EdgeRefusals refusals;
    private final WsdlPages wsdls;
    private final Semaphore places;
    private final Clock clock = Clock.systemUTC();

    EdgeFilter(
            EdgeLimits limits,
            CallerResolver callers,
            ArrivalReader arrivals,
            InteractionFlow flow,
            Envelopes envelopes,
            EdgeRefusals refusals,
            WsdlPages wsdls) {
        this.bodies = new BodyReader(limits);
        this.callers = callers;
        this.arrivals = arrivals;
        this.flow = flow;
        this.envelopes = envelopes;
        this.refusals = refusals;
        this.wsdls = wsdls;
        this.places = new Semaphore(limits.concurrency());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Address.isAgencies(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MessageId message = MessageId.next(clock);
        response.setHeader("X-Lingnan-Message", message.toString());
        Request asked = new Request(message, request, Address.parse(request.getRequestURI()));
        if (request.getMethod().equals("GET") && asked.isForWsdl()) {
            describe(asked, request, response, chain);
        } else if (!places.tryAcquire()) {
            send(response, refuse(asked, null, null, new HubFault(FaultCode.HUB_BUSY, "too many messages at once")));
        } else {
            try {
                answer(asked, response, chain);
            } finally {
                places.release();
            }
        }
    }

    private void describe(Request asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (asked.address().subject().isEmpty()) {
            chain.doFilter(request, response);
        } else {
            wsdls.write(asked.address(), request, response);
        }
    }

    /** Catching everything is this method's duty: nothing that it did not write may leave the hub. */
    private void answer(Request asked, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Caller caller = null;
        Body received = null;
        try {
            asked.requirePost();
            try (BodyReader.Held held = bodies.read(asked.http())) {
                received = new Body(Body.Role.REQUEST_RECEIVED, asked.contentType(), held.bytes());
                asked.requireSoap();
                caller = identify(asked);
                asked.requireService();
                hand(asked, caller, received, response, chain);
            }
        } catch (HubFault fault) {
            send(response, refuse(asked, caller, received, fault));
        } catch (RuntimeException surprise) {
            LOG.error("message {} failed at the edge", asked.message(), surprise);
            HubFault fault = new HubFault(FaultCode.INTERNAL_ERROR, "the hub could not finish this", surprise);
            send(response, refuse(asked, caller, received, fault));
        }
    }

    private Caller identify(Request asked) {
        HttpServletRequest http = asked.http();
        Credentials credentials = new Credentials(http.getHeader("Authorization"), http.getRemoteAddr());
        Optional<Caller> caller = callers.resolve(credentials);
        return caller.orElseThrow(() -> new HubFault(
                FaultCode.UNAUTHENTICATED,
                credentials.authorization() == null ? "no credentials were sent" : "user name or password is wrong"));
    }

    private void hand(Request asked, Caller caller, Body received, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (asked.address().subject().isPresent()) {
            ArrivalReader.Envelope about = new ArrivalReader.Envelope(
                    asked.message(),
                    clock.instant(),
                    caller,
                    asked.http().getRemoteAddr(),
                    asked.address().subject().get(),
                    asked.address().version(),
                    false);
            send(response, flow.ask(arrivals.read(about, received)));
        } else {
            ArrivalReader.soap(received);
            asked.http().setAttribute(ContractServices.CALLER, caller);
            asked.http().setAttribute(ContractServices.MESSAGE_ID, asked.message());
            chain.doFilter(new BufferedRequest(asked.http(), received.bytes()), response);
        }
    }

    private Reply refuse(Request asked, @Nullable Caller caller, @Nullable Body received, HubFault fault) {
        Reply reply = envelopes.fault(asked.message(), asked.soap(), fault);
        refusals.record(asked, Optional.ofNullable(caller), Optional.ofNullable(received), fault, reply);
        return reply;
    }

    private static void send(HttpServletResponse response, Reply reply) throws IOException {
        response.setStatus(reply.status());
        if (reply.status() == 401) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Lingnan\", charset=\"UTF-8\"");
        } else if (reply.status() == 405) {
            response.setHeader("Allow", "POST, GET");
        } else if (reply.status() == 503) {
            response.setHeader("Retry-After", "1");
        }
        response.setHeader("Content-Type", reply.contentType());
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
