package lingnan.hub.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.access.Caller;
import lingnan.hub.access.Looks;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Check;
import lingnan.hub.catalog.Division;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.console.account.MemoryAccounts;
import lingnan.hub.contract.ContractServices;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.kernel.WorkingDayCalendar;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The people's side and the contract-first services with a log, accounts and a city in memory. */
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
    BusinessClock businessClock() {
        return BusinessClock.real();
    }

    @Bean
    Catalog catalog() {
        return new Catalog() {
            @Override
            public Snapshot current() {
                return new City();
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
                }
                chain.doFilter(request, response);
            }
        });
        registration.addUrlPatterns("/services/*");
        return registration;
    }

    private static final class City implements Snapshot {

        private static Agency agency(String code, String zh, String en) {
            return new Agency(
                    AgencyCode.of(code),
                    new Label(zh, en),
                    null,
                    "",
                    LocalDate.of(2006, 1, 1),
                    null,
                    Agency.Lineage.NONE,
                    Agency.Basis.ASSUMED,
                    List.of("MAIN"),
                    new Agency.Share(Set.of(Agency.Connection.DATABASE), false, 0),
                    null,
                    new Agency.OpeningHours(false, Set.of(DayOfWeek.MONDAY), LocalTime.MIN, LocalTime.MAX),
                    null);
        }

        private static final List<Agency> AGENCIES = List.of(
                agency("AIC", "工商行政管理局", "Industry and Commerce"),
                agency("LTAX", "地方税务局", "Local Taxation"),
                agency("LRH", "国土资源和房屋管理局", "Land Resources and Housing"),
                agency("PLAN", "规划局", "Urban Planning"),
                agency("PSB", "公安局", "Public Security"));

        @Override
        public List<Agency> agencies() {
            return AGENCIES;
        }

        @Override
        public List<Subject> subjects() {
            return List.of();
        }

        @Override
        public List<Grant> grants() {
            return List.of();
        }

        @Override
        public List<Division> divisions() {
            return List.of();
        }

        @Override
        public WorkingDayCalendar calendar() {
            return WorkingDayCalendar.of(List.of());
        }

        @Override
        public Optional<Agency> agency(AgencyCode code) {
            return AGENCIES.stream()
                    .filter(agency -> agency.code().equals(code))
                    .findFirst();
        }

        @Override
        public Optional<Subject> subject(SubjectCode code, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Optional<Subject> subject(SubjectCode code, int version) {
            return Optional.empty();
        }

        @Override
        public String instance() {
            return "GZ";
        }
    }
}
