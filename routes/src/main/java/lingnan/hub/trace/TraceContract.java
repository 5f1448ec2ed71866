package lingnan.hub.trace;

import jakarta.xml.ws.Endpoint;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.contract.ContractServices;
import lingnan.wsdl.trace.TraceService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes {@code /services/trace}. */
@Configuration(proxyBeanMethods = false)
class TraceContract {

    @Bean(destroyMethod = "stop")
    Endpoint traceEndpoint(ContractServices services, OwnTraces traces, Catalog catalog) {
        return services.publish(
                "trace",
                new TraceEndpoint(traces, catalog),
                "wsdl/hub/trace.wsdl",
                TraceService.SERVICE,
                TraceService.TraceSoap12);
    }
}
