package lingnan.hub.interaction;

import java.util.concurrent.atomic.AtomicBoolean;
import lingnan.hub.broker.Broker;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.CityChanged;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes an agency's own routes: one of the template {@code ask} if it can be called, one of {@code push} if answers are
 * pushed to it. One more {@code ask} is for all that is answered from a state. Those of an agency that joins while the hub runs are there with the city that names it.
 */
@Component
final class AgencyRoutes {

    private static final int BEFORE_READY_IS_SAID = 0;

    private final CamelContext camel;
    private final Catalog catalog;
    private final Broker broker;
    private final AtomicBoolean isStarted = new AtomicBoolean();

    AgencyRoutes(CamelContext camel, Catalog catalog, Broker broker) {
        this.camel = camel;
        this.catalog = catalog;
        this.broker = broker;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(BEFORE_READY_IS_SAID)
    void start() {
        isStarted.set(true);
        make();
    }

    @EventListener(CityChanged.class)
    @Order(BEFORE_READY_IS_SAID)
    void change() {
        if (isStarted.get()) {
            make();
        }
    }

    private synchronized void make() {
        ask(Ask.HELD);
        for (Agency agency : catalog.current().agencies()) {
            String code = agency.code().value();
            if (agency.calledBy().isPresent()) {
                ask(code);
            }
            if (agency.answers() != null && camel.getRoute("push-" + code) == null) {
                add("push", code);
            }
        }
    }

    private void ask(String queue) {
        if (camel.getRoute("ask-" + queue) == null) {
            broker.ensureQueue("hub.ask." + queue);
            add("ask", queue);
        }
    }

    private void add(String template, String agency) {
        TemplatedRouteBuilder.builder(camel, template)
                .parameter("agency", agency)
                .routeId(template + "-" + agency)
                .add();
    }
}
