package lingnan.hub.messagelog;

import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.StorageSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class MessageLogConfiguration {

    @Bean(initMethod = "start")
    RunningLog runningLog(HubDatabase database, StorageSettings settings, LogSettings limits) {
        return new RunningLog(database, settings, limits);
    }

    @Bean
    MessageLog messageLog(RunningLog running) {
        return running.log();
    }

    @Bean
    Traces traces(RunningLog running) {
        return running.traces();
    }

    @Bean
    Cursors cursors(RunningLog running) {
        return running.cursors();
    }

    @Bean
    Idempotency idempotency(RunningLog running) {
        return running.idempotency();
    }

    @Bean
    RefusalMeter refusalMeter(RunningLog running) {
        return running.refusals();
    }

    @Bean
    LogAccess logAccess(HubDatabase database, StorageSettings settings) {
        return LogAccess.to(database, settings);
    }

    @Bean
    Verifier verifier(LogAccess access) {
        return access.verifier();
    }

    @Bean
    Eraser eraser(LogAccess access) {
        return access.eraser();
    }
}
