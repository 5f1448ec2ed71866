package lingnan.hub.catalog;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CitySettings.class)
class CatalogConfiguration {

    @Bean(destroyMethod = "close")
    FileCatalog catalog(CitySettings settings, ApplicationEventPublisher events) {
        FileCatalog catalog = new FileCatalog(settings, events::publishEvent);
        catalog.watch();
        return catalog;
    }
}
