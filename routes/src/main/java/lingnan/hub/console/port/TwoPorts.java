package lingnan.hub.console.port;

import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** One Tomcat with two connectors, each with threads of its own: people can look while agencies keep the hub busy. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortSettings.class)
class TwoPorts {

    private static final Logger LOG = LoggerFactory.getLogger(TwoPorts.class);

    /** Beside the messages that are worked on: to refuse what is too much, and to hand out descriptions. */
    private static final int SPARE = 28;

    private static final Threads PEOPLE = new Threads(16, 2, 200);

    private static final Duration HEADER_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int FORM_BYTES = 64 * 1024;

    /** How many calls are worked on at once, how many threads are kept when idle, how many connections are held. */
    record Threads(int most, int idle, int connections) {}

    @Bean
    Ports ports(PortSettings settings) {
        Connector console = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        console.setPort(settings.console().port());
        protocol(console).setAddress(address(settings.bind()));
        tune(console, PEOPLE);
        console.setAllowTrace(false);
        return new Ports(console);
    }

    /** After Boot's own customizer, so that {@code hub.port} is the one place where the port is set. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectors(PortSettings settings, Ports ports) {
        return server -> {
            server.setPort(settings.port());
            server.setAddress(address(settings.bind()));
            server.addConnectorCustomizers(connector -> {
                tune(connector, agencies(settings));
                // The edge refuses it as it refuses other methods, with a code; the server would without.
                connector.setAllowTrace(true);
            });
            server.addAdditionalConnectors(ports.connector());
        };
    }

    @Bean
    FilterRegistrationBean<PortFilter> portFilter(Ports ports) {
        FilterRegistrationBean<PortFilter> registration = new FilterRegistrationBean<>(new PortFilter(ports));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.addUrlPatterns("/*");
        return registration;
    }

    /** Also tells tests and the command which ports were taken, as {@code local.server.port} is told by Boot. */
    @EventListener
    void announce(ServletWebServerInitializedEvent started) {
        Ports ports = started.getApplicationContext().getBean(Ports.class);
        Map<String, Object> taken = Map.of("local.console.port", ports.console());
        started.getApplicationContext()
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("console port", taken));
        LOG.info(
                "Agencies call on port {}, people sign in on port {}",
                started.getWebServer().getPort(),
                ports.console());
    }

    private static void tune(Connector connector, Threads threads) {
        connector.setMaxPostSize(FORM_BYTES);
        connector.setMaxParameterCount(100);
        connector.setXpoweredBy(false);
        connector.setURIEncoding("UTF-8");
        AbstractHttp11Protocol<?> protocol = protocol(connector);
        protocol.setMaxThreads(threads.most());
        protocol.setMinSpareThreads(threads.idle());
        protocol.setMaxConnections(threads.connections());
        protocol.setConnectionTimeout(Math.toIntExact(HEADER_TIMEOUT.toMillis()));
        protocol.setKeepAliveTimeout(Math.toIntExact(KEEP_ALIVE.toMillis()));
        protocol.setMaxHttpRequestHeaderSize(HEADER_BYTES);
        protocol.setMaxKeepAliveRequests(-1);
    }

    static Threads agencies(PortSettings settings) {
        return new Threads(settings.edge().concurrency() + SPARE, 8, 2_000);
    }

    private static AbstractHttp11Protocol<?> protocol(Connector connector) {
        return (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("hub.bind names no address of this machine: " + bind, unknown);
        }
    }
}
