package lingnan.hub.interaction;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The way into flow 10 for whoever has read a request: hands over an arrival, takes back the reply. */
@Component
public final class InteractionFlow {

    private static final String ENTRANCE = "direct:interaction";

    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final CountDownLatch flowsRun = new CountDownLatch(1);
    private final CamelContext camel;
    private final ProducerTemplate producer;

    InteractionFlow(CamelContext camel, ProducerTemplate producer) {
        this.camel = camel;
        this.producer = producer;
    }

    /** The server opens its ports shortly before the flows run; who calls in between waits for them. */
    @EventListener(ApplicationStartedEvent.class)
    void open() {
        flowsRun.countDown();
    }

    /** @throws HubFault HUB_BUSY if the flow is stopped or the message could not even be refused */
    public Reply ask(Arrival arrival) {
        if (flowsRun.getCount() > 0) {
            awaitFlows();
        }
        Endpoint entrance = camel.getEndpoint(ENTRANCE);
        Exchange exchange = entrance.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(arrival);
        producer.send(entrance, exchange);
        if (exchange.getMessage().getBody() instanceof Reply reply && exchange.getException() == null) {
            return reply;
        }
        if (exchange.getException() instanceof HubFault fault) {
            throw fault;
        }
        throw new HubFault(FaultCode.HUB_BUSY, "the interaction flow is not running", exchange.getException());
    }

    private void awaitFlows() {
        try {
            if (!flowsRun.await(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                throw new HubFault(FaultCode.HUB_BUSY, "the hub is still starting");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HubFault(FaultCode.HUB_BUSY, "the hub is stopping", stopped);
        }
    }
}
