package lingnan.hub.messagelog;

import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.StorageSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the log. */
@Configuration(proxyBeanMethods = false)
class MessageLogConfiguration {

    @Bean(initMethod = "start")
    RunningLog runningLog(HubDatabase database, StorageSettings settings) {
        return new RunningLog(database, settings, Limits.STANDARD);
    }

    @Bean
    MessageLog messageLog(RunningLog running) {
        return running.log();
    }

    @Bean
    Traces traces(RunningLog running) {
        return running.traces();
    }
}
