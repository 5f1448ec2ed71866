package lingnan.hub.database;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans: one database, a data source for each role, transactions on the hub's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class DatabaseConfiguration {

    @Bean
    HubDatabase hubDatabase(StorageSettings settings) {
        return HubDatabase.open(settings);
    }

    @Bean(destroyMethod = "")
    @Primary
    DataSource dataSource(HubDatabase database) {
        return database.as(Role.HUB);
    }

    @Bean(destroyMethod = "")
    @Lazy
    DataSource eraserDataSource(HubDatabase database) {
        return database.as(Role.ERASER);
    }

    @Bean(destroyMethod = "")
    @Lazy
    DataSource auditorDataSource(HubDatabase database) {
        return database.as(Role.AUDITOR);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
