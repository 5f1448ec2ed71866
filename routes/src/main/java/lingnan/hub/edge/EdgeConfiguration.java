package lingnan.hub.edge;

import jakarta.servlet.DispatcherType;
import lingnan.hub.access.CallerResolver;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.contract.ContractServices;
import lingnan.hub.interaction.ArrivalReader;
import lingnan.hub.interaction.Envelopes;
import lingnan.hub.interaction.InteractionFlow;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.RefusalMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeLimits.class)
class EdgeConfiguration {

    /** Behind the filter that keeps the two ports apart, before everything else. */
    private static final int AFTER_THE_PORTS = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<EdgeFilter> edge(
            EdgeLimits limits,
            CallerResolver callers,
            ArrivalReader arrivals,
            InteractionFlow flow,
            Envelopes envelopes,
            Catalog catalog,
            MessageLog log,
            RefusalMeter meter,
            BusinessClock clock,
            ContractServices contracts) {
        EdgeFilter filter = new EdgeFilter(
                limits,
                callers,
                arrivals,
                flow,
                envelopes,
                new EdgeRefusals(log, meter, clock),
                new WsdlPages(catalog, clock),
                contracts);
        FilterRegistrationBean<EdgeFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/services/*", "/legacy/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        registration.setOrder(AFTER_THE_PORTS);
        return registration;
    }
}
