package lingnan.hub.interaction;

import lingnan.hub.broker.Broker;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes one route of the template {@code ask} for each agency that can be called. */
@Component
final class AskRoutes {

    private static final int BEFORE_READY_IS_SAID = 0;

    private final CamelContext camel;
    private final Catalog catalog;
    private final Broker broker;

    AskRoutes(CamelContext camel, Catalog catalog, Broker broker) {
        this.camel = camel;
        this.catalog = catalog;
        this.broker = broker;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(BEFORE_READY_IS_SAID)
    void make() {
        for (Agency agency : catalog.current().agencies()) {
            String route = "ask-" + agency.code();
            if (agency.calledBy().isPresent() && camel.getRoute(route) == null) {
                broker.ensureQueue("hub.ask." + agency.code());
                TemplatedRouteBuilder.builder(camel, "ask")
                        .parameter("agency", agency.code().value())
                        .routeId(route)
                        .add();
            }
        }
    }
}
