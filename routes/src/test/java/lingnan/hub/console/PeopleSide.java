package lingnan.hub.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import lingnan.hub.access.Caller;
import lingnan.hub.access.Looks;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Check;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.console.account.MemoryAccounts;
import lingnan.hub.contract.ContractServices;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubsystemId;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The people's side and the contract-first services on the shipped city, with a log and accounts in memory. */
@Configuration(proxyBeanMethods = false)
@Import(Looks.class)
@EnableAutoConfiguration(
        exclude = DataSourceAutoConfiguration.class,
        excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@ComponentScan(
        basePackages = {"lingnan.hub.console", "lingnan.hub.contract", "lingnan.hub.trace"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.JdbcAccounts|.*(Tests|IT)(\\$.*)?"))
public class PeopleSide {

    @Bean
    public MemoryLog log() {
        return new MemoryLog();
    }

    @Bean
    public MemoryAccounts accounts() {
        return new MemoryAccounts();
    }

    @Bean
    public MemoryGrants grants() {
        return new MemoryGrants(ShippedCity.snapshot());
    }

    @Bean
    BusinessClock businessClock() {
        return BusinessClock.real();
    }

    @Bean
    Catalog catalog() {
        return new Catalog() {
            @Override
            public Snapshot current() {
                return ShippedCity.snapshot();
            }

            @Override
            public Check reload() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Stands where the edge will stand: it says who is calling, as told by a header that only this test knows. */
    @Bean
    FilterRegistrationBean<HttpFilter> identified() {
        FilterRegistrationBean<HttpFilter> registration = new FilterRegistrationBean<>(new HttpFilter() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                String caller = request.getHeader("Test-Caller");
                if (caller != null) {
                    request.setAttribute(
                            ContractServices.CALLER,
                            new Caller(SubsystemId.parse(caller), Caller.Strength.AUTHENTICATED));
                    request.setAttribute(ContractServices.MESSAGE_ID, MessageId.next(Clock.systemUTC()));
                }
                chain.doFilter(request, response);
            }
        });
        registration.addUrlPatterns("/services/*");
        return registration;
    }
}
