package lingnan.hub.contract;

import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bus and one servlet for all contract-first services; CXF's own list of services is not shown to anybody. */
@Configuration(proxyBeanMethods = false)
class CxfServlet {

    @Bean(destroyMethod = "shutdown")
    Bus bus() {
        Bus bus = new ExtensionManagerBus();
        BusFactory.possiblySetDefaultBus(bus);
        return bus;
    }

    @Bean
    ServletRegistrationBean<CXFNonSpringServlet> contractServlet(Bus bus) {
        CXFNonSpringServlet servlet = new ContractServlet();
        servlet.setBus(bus);
        ServletRegistrationBean<CXFNonSpringServlet> registration =
                new ServletRegistrationBean<>(servlet, "/services/*");
        registration.setName("contracts");
        registration.addInitParameter("hide-service-list-page", "true");
        registration.addInitParameter("disable-address-updates", "true");
        return registration;
    }
}
