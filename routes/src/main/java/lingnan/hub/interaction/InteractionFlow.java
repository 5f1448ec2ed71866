package lingnan.hub.interaction;

import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** The way into flow 10 for whoever has read a request: hands over an arrival, takes back the reply. */
@Component
public final class InteractionFlow {

    private static final String ENTRANCE = "direct:interaction";

    private final CamelContext camel;
    private final ProducerTemplate producer;

    InteractionFlow(CamelContext camel, ProducerTemplate producer) {
        this.camel = camel;
        this.producer = producer;
    }

    /** @throws HubFault HUB_BUSY if the flow is stopped or the message could not even be refused */
    public Reply ask(Arrival arrival) {
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
}
