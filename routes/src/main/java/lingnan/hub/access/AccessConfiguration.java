package lingnan.hub.access;

import java.time.Clock;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    Access access(GrantsInForce grants) {
        return new GrantAccess(grants);
    }

    @Bean
    Passwords passwords(DataSource dataSource, StorageSettings settings, MessageLog log) {
        return new Passwords(dataSource, settings, act -> {
            try {
                log.append(act).join();
            } catch (CompletionException failed) {
                throw new HubFault(FaultCode.LOG_UNAVAILABLE, "the change of a password cannot be logged", failed);
            }
        });
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PasswordRefresh passwordRefresh(Catalog catalog, Passwords passwords) {
        return new PasswordRefresh(catalog, passwords);
    }

    @Bean
    CallerResolver callerResolver(Catalog catalog, Passwords passwords, BusinessClock clock) {
        return new BasicCallerResolver(catalog, passwords, clock, Clock.systemUTC());
    }
}
