package lingnan.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A hub reduced to Camel and the broker, with one flow that takes from {@code hub.ask.AIC}. */
final class TestHub implements AutoCloseable {

    static final String QUEUE = "hub.ask.AIC";

    private final ConfigurableApplicationContext context;

    TestHub(Path data, String... properties) {
        // As arguments: what the hub's own application.yaml says would outweigh properties.
        List<String> settings = new ArrayList<>(List.of(
                "--hub.data=" + data, "--logging.level.root=WARN", "--camel.main.routes-include-pattern=false"));
        for (String property : properties) {
            settings.add("--" + property);
        }
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
        broker().ensureQueue(QUEUE);
    }

    Broker broker() {
        return context.getBean(Broker.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Taken taken() {
        return context.getBean(Taken.class);
    }

    TestHub awaitUp() {
        await().atMost(Duration.ofSeconds(30)).until(() -> broker().isUp());
        return this;
    }

    TestHub awaitDown() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !broker().isUp());
        return this;
    }

    void send(String text, Map<String, Object> headers) {
        context.getBean(ProducerTemplate.class)
                .sendBodyAndHeaders("jms:queue:" + QUEUE, text.getBytes(StandardCharsets.UTF_8), headers);
    }

    void send(String text) {
        send(text, Map.of());
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the flow took, in order. */
    static final class Taken {

        private final BlockingQueue<Map.Entry<String, Map<String, Object>>> taken = new LinkedBlockingQueue<>();

        private volatile int refusals;

        /** Makes the flow fail that many times from now on. */
        void refuse(int times) {
            refusals = times;
        }

        void take(Exchange exchange) {
            if (refusals > 0) {
                refusals--;
                throw new IllegalStateException("refused for the test");
            }
            String body = new String(exchange.getIn().getBody(byte[].class), StandardCharsets.UTF_8);
            taken.add(Map.entry(body, new HashMap<>(exchange.getIn().getHeaders())));
        }

        Map.Entry<String, Map<String, Object>> next() {
            return await().atMost(Duration.ofSeconds(30)).until(taken::poll, Objects::nonNull);
        }

        /**
         * Waits until the flow takes that text. The other may come before it, once more: a broker killed before it kept
         * that a text was taken gives it out again.
         */
        void awaits(String text, String perhapsAgain) {
            String taken = next().getKey();
            assertThat(taken).isIn(text, perhapsAgain);
            if (taken.equals(perhapsAgain)) {
                assertThat(next().getKey()).isEqualTo(text);
            }
        }

        boolean isEmpty() {
            return taken.isEmpty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(BrokerConfiguration.class)
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Parts {

        @Bean
        Taken taken() {
            return new Taken();
        }

        @Bean
        RouteBuilder flow(Taken taken) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("jms:queue:" + QUEUE).routeId("ask").process(taken::take);
                }
            };
        }
    }
}
