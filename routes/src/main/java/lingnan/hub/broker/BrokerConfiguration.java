package lingnan.hub.broker;

import jakarta.jms.ConnectionFactory;
import java.util.Objects;
import java.util.stream.Stream;
import lingnan.broker.BrokerFile;
import lingnan.broker.BrokerUser;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together the broker, the connections to it, and the Camel component that flows name {@code jms}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
class BrokerConfiguration {

    private static final long CALL_TIMEOUT_MS = 5_000;
    private static final long FAILURE_CHECK_MS = 5_000;
    private static final long RECOVERY_INTERVAL_MS = 1_000;

    /** Started as soon as it is made, so that it comes up beside the rest of the hub. */
    @Bean(initMethod = "start")
    ArtemisBroker artemisBroker(BrokerSettings settings, ObjectProvider<LoggingSystem> logging) {
        logging.ifAvailable(BrokerConfiguration::quieten);
        BrokerSettings.Artemis artemis = settings.broker();
        if (artemis.url() != null) {
            String password = Objects.requireNonNullElse(artemis.password(), "");
            BrokerUser user = BrokerUser.hub(artemis.user(), password);
            return new ArtemisBroker(new BrokerHost.Outside(artemis.url()), factory(artemis.url(), user));
        }
        BrokerUser user = BrokerUser.hub(artemis.user(), BrokerPassword.in(settings.passwordFile()));
        BrokerHost host = new BrokerHost.Embedded(settings.store(), user, artemis.listen() ? artemis.port() : -1);
        return new ArtemisBroker(host, factory(host.url(), user));
    }

    /** For consumers: each holds a connection of its own, and Spring renews it. */
    @Bean
    ConnectionFactory consumerConnections(ArtemisBroker broker) {
        return broker.connections();
    }

    /** For producers: Camel opens and closes a connection for each send, which must cost nothing. */
    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory producerConnections(ArtemisBroker broker) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(broker.connections());
        pool.setMaxConnections(2);
        pool.setMaxSessionsPerConnection(64);
        pool.setBlockIfSessionPoolIsFullTimeout(CALL_TIMEOUT_MS);
        return pool;
    }

    @Bean
    JmsComponent jms(
            @Qualifier("consumerConnections") ConnectionFactory consumers,
            @Qualifier("producerConnections") ConnectionFactory producers) {
        JmsConfiguration configuration = new JmsConfiguration(consumers);
        configuration.setTemplateConnectionFactory(producers);
        configuration.setListenerConnectionFactory(consumers);
        configuration.setTransacted(true);
        configuration.setLazyCreateTransactionManager(false);
        configuration.setCacheLevelName("CACHE_CONSUMER");
        configuration.setAsyncStartListener(true);
        configuration.setRecoveryInterval(RECOVERY_INTERVAL_MS);
        configuration.setTransferException(false);
        configuration.setTransferExchange(false);
        configuration.setObjectMessageEnabled(false);
        configuration.setDisableReplyTo(true);
        JmsComponent component = new JmsComponent(configuration);
        component.setHeaderFilterStrategy(new HubHeadersOnly());
        return component;
    }

    /** Fails at once instead of trying again by itself: whoever uses a connection knows better what to do then. */
    private static ActiveMQConnectionFactory factory(String url, BrokerUser user) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user.name(), user.password());
        factory.setInitialConnectAttempts(1);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(CALL_TIMEOUT_MS);
        factory.setClientFailureCheckPeriod(FAILURE_CHECK_MS);
        factory.setConnectionTTL(3 * FAILURE_CHECK_MS);
        factory.setMinLargeMessageSize(BrokerFile.LARGE_MESSAGE_BYTES);
        factory.setDeserializationDenyList("*");
        return factory;
    }

    /**
     * The audit loggers write a line for every message sent, and the message log is the audit. The listener container
     * writes one for every consumer and second while the broker is down, of which {@link ArtemisBroker} tells once.
     */
    private static void quieten(LoggingSystem logging) {
        Stream.of(
                        "org.apache.activemq.audit",
                        "org.apache.artemis.audit",
                        "org.apache.camel.component.jms.DefaultJmsMessageListenerContainer")
                .forEach(name -> logging.setLogLevel(name, LogLevel.OFF));
    }
}
