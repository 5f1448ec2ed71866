package lingnan.hub.grants;

import javax.sql.DataSource;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class GrantsConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    CurrentGrants grantsInForce(Catalog catalog, HubDatabase database) {
        return new CurrentGrants(catalog, () -> database.dedicated(Role.HUB), System::nanoTime);
    }

    @Bean
    Ledger grantLedger(DataSource dataSource, PlatformTransactionManager transactions, MessageLog log) {
        return new Ledger(dataSource, transactions, log::append);
    }

    @Bean
    GrantRequests grantRequests(Ledger grantLedger, Catalog catalog, BusinessClock clock) {
        return new LoggedRequests(grantLedger, catalog::current, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    GrantWatch grantWatch(Ledger grantLedger, Catalog catalog, BusinessClock clock) {
        return new GrantWatch(grantLedger, catalog::current, clock);
    }
}
