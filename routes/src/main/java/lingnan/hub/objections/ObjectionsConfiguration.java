package lingnan.hub.objections;

import javax.sql.DataSource;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ObjectionsConfiguration {

    @Bean
    ObjectionLedger objectionLedger(DataSource dataSource, PlatformTransactionManager transactions, MessageLog log) {
        return new ObjectionLedger(dataSource, transactions, log::append);
    }

    @Bean
    Objections objections(ObjectionLedger ledger, Traces traces, Catalog catalog, BusinessClock clock) {
        return new LoggedObjections(ledger, traces, catalog::current, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ObjectionWatch objectionWatch(ObjectionLedger ledger, Catalog catalog, BusinessClock clock) {
        return new ObjectionWatch(ledger, catalog::current, clock);
    }
}
