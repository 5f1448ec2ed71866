package lingnan.hub.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    private final EdgeLimits limits;
    private final BytesInFlight inFlight;
    private final CallerResolver callers;
    private final ArrivalReader arrivals;
    private final InteractionFlow flow;
    private final Envelopes envelopes;
    private final EdgeRefusals refusals;
    private final WsdlPages wsdls;
    private final ContractServices contracts;
    private final Semaphore places;
    private final Clock clock = Clock.systemUTC();

    EdgeFilter(
            EdgeLimits limits,
            CallerResolver callers,
            ArrivalReader arrivals,
            InteractionFlow flow,
            Envelopes envelopes,
            EdgeRefusals refusals,
            WsdlPages wsdls,
            ContractServices contracts) {
        this.limits = limits;
        this.inFlight = new BytesInFlight(limits.inFlight().toBytes());
        this.callers = callers;
        this.arrivals = arrivals;
        this.flow = flow;
        this.envelopes = envelopes;
        this.refusals = refusals;
        this.wsdls = wsdls;
        this.contracts = contracts;
        this.places = new Semaphore(limits.concurrency());
    }

    /** A request whose body had to be waited for comes here a second time. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Arriving> waitedFor = Arriving.of(request);
        if (waitedFor.isPresent()) {
            answer(waitedFor.get(), response, chain);
            return;
        }
        MessageId message = MessageId.next(clock);
        response.setHeader("X-Lingnan-Message", message.toString());
        Request asked = new Request(message, request, Address.parse(request.getRequestURI()));
        if (asked.isForWsdl()) {
            describe(asked, request, response, chain);
        } else {
            Arriving arriving = judge(asked);
            if (arriving.isWhole(limits.slowest())) {
                answer(arriving, response, chain);
            }
        }
    }

    private void describe(Request asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (asked.address().subject().isPresent()) {
            wsdls.write(asked.address(), request, response);
        } else if (asked.namesService(contracts.published())) {
            chain.doFilter(request, response);
        } else {
            WsdlPages.nothing(response);
        }
    }

    /** From the head alone: who calls, and whether there is a reason to refuse before the body is taken. */
    private Arriving judge(Request asked) {
        Optional<Caller> caller = Optional.empty();
        HubFault refused = null;
        try {
            asked.requirePost();
            asked.requireSoap();
            caller = Optional.of(identify(asked));
            asked.requireService(contracts.published());
        } catch (HubFault fault) {
            refused = fault;
        } catch (RuntimeException surprise) {
            refused = surprise(asked, surprise);
        }
        long largest = (caller.isPresent() ? limits.largestMessage() : limits.strangersMessage()).toBytes();
        String sender = caller.map(known -> known.subsystem().toString()).orElse("");
        return new Arriving(asked, caller, new ReceivedBody(sender, largest, inFlight), refused);
    }

    /** Catching everything is this method's duty: nothing that it did not write may leave the hub. */
    private void answer(Arriving arrived, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Request asked = arrived.asked();
        Body received = null;
        boolean hasPlace = places.tryAcquire();
        try (ReceivedBody body = arrived.body()) {
            received = new Body(Body.Role.REQUEST_RECEIVED, asked.contentType(), body.bytes());
            arrived.refused().ifPresent(fault -> {
                throw fault;
            });
            if (!hasPlace) {
                throw new HubFault(FaultCode.HUB_BUSY, "too many messages at once");
            }
            body.decode(asked.http().getHeader("Content-Encoding"));
            received = new Body(Body.Role.REQUEST_RECEIVED, asked.contentType(), body.bytes());
            hand(asked, arrived.caller().orElseThrow(), received, response, chain);
        } catch (HubFault fault) {
            send(response, refuse(asked, arrived.caller(), received, fault));
        } catch (RuntimeException surprise) {
            send(response, refuse(asked, arrived.caller(), received, surprise(asked, surprise)));
        } finally {
            if (hasPlace) {
                places.release();
            }
        }
    }

    private static HubFault surprise(Request asked, RuntimeException surprise) {
        LOG.error("message {} failed at the edge", asked.message(), surprise);
        return new HubFault(FaultCode.INTERNAL_ERROR, "the hub could not finish this", surprise);
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
            asked.http().setAttribute(ContractServices.RECEIVED, received.bytes());
            chain.doFilter(new BufferedRequest(asked.http(), received.bytes()), response);
        }
    }

    private Reply refuse(Request asked, Optional<Caller> caller, @Nullable Body received, HubFault fault) {
        Reply reply = envelopes.fault(asked.message(), asked.soap(), fault);
        refusals.record(asked, caller, Optional.ofNullable(received), fault, reply);
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
}
