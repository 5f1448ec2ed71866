package lingnan.city.bench.peer;

import java.io.IOException;
import java.net.URI;
import lingnan.city.bench.peer.Upstream.Passing;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The same hop through a Camel route, entered as the hub enters its own: what Camel alone adds. */
public final class CamelHop {

    private static final String ENTRANCE = "direct:hop";

    private final CamelContext camel = new DefaultCamelContext();
    private final Upstream upstream;

    private CamelHop(URI provider) {
        this.upstream = new Upstream(provider);
        camel.disableJMX();
    }

    /** @param arguments the provider's base address */
    public static void main(String[] arguments) throws Exception {
        new CamelHop(URI.create(arguments[0])).serve();
    }

    /** As wide as Camel declares it: whatever fails here ends the process. */
    private void serve() throws Exception {
        camel.addRoutes(route());
        camel.start();
        ProducerTemplate producer = camel.createProducerTemplate();
        HopServlet.serve(question -> pass(producer, question));
    }

    private RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(ENTRANCE).bean(upstream, "post");
            }
        };
    }

    private Passing pass(ProducerTemplate producer, Passing question) throws IOException {
        Endpoint entrance = camel.getEndpoint(ENTRANCE);
        Exchange exchange = entrance.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody(question);
        producer.send(entrance, exchange);
        if (exchange.getException() != null || !(exchange.getMessage().getBody() instanceof Passing answer)) {
            throw new IOException("The route gave no answer", exchange.getException());
        }
        return answer;
    }
}
