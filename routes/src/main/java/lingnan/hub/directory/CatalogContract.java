package lingnan.hub.directory;

import jakarta.xml.ws.Endpoint;
import lingnan.hub.access.Looks;
import lingnan.hub.contract.ContractServices;
import lingnan.wsdl.catalog.CatalogService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes {@code /services/catalog}. */
@Configuration(proxyBeanMethods = false)
class CatalogContract {

    @Bean(destroyMethod = "stop")
    Endpoint catalogEndpoint(ContractServices services, Looks looks, Commands commands, Desks desks) {
        return services.publish(
                "catalog",
                new CatalogEndpoint(looks, commands, desks),
                "wsdl/hub/catalog.wsdl",
                CatalogService.SERVICE,
                CatalogService.CatalogSoap12);
    }
}
