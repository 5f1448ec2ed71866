package lingnan.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.util.FileSystemUtils;

class EmbeddedBrokerIT {

    private static final String RARE = "𠮷祥·䶮㑇 １２３ 广州市";

    @TempDir
    Path data;

    @Test
    void carriesBytesAndTheHubsHeadersThroughAFlow() {
        try (TestHub hub = new TestHub(data).awaitUp()) {
            hub.send(RARE, Map.of("hubMessageId", "42", "CamelHttpUri", "http://evil", "operationName", "Drop"));

            var taken = hub.taken().next();
            assertThat(taken.getKey()).isEqualTo(RARE);
            assertThat(taken.getValue())
                    .containsEntry("hubMessageId", "42")
                    .containsEntry("JMSXDeliveryCount", 1)
                    .doesNotContainKeys("CamelHttpUri", "operationName");
        }
    }

    @Test
    void deliversAgainWhatAFlowFailedOn() {
        try (TestHub hub = new TestHub(data).awaitUp()) {
            hub.taken().refuse(2);
            hub.send("again");

            var taken = hub.taken().next();
            assertThat(taken.getKey()).isEqualTo("again");
            assertThat(taken.getValue()).containsEntry("JMSXDeliveryCount", 3);
        }
    }

    @Test
    void refusesSendsAtOnceWhileStoppedAndGoesOnAfterwards() {
        try (TestHub hub = new TestHub(data).awaitUp()) {
            String node = hub.broker().nodeId().orElseThrow();

            hub.broker().stop();
            assertThat(hub.broker().isUp()).isFalse();
            assertThat(hub.broker().nodeId()).isEmpty();
            long before = System.nanoTime();
            assertThatThrownBy(() -> hub.send("lost")).isInstanceOf(CamelExecutionException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));

            hub.broker().start();
            hub.awaitUp();
            assertThat(hub.broker().nodeId()).contains(node);
            hub.send("after");
            assertThat(hub.taken().next().getKey()).isEqualTo("after");
        }
    }

    @Test
    void tellsByTheNodeIdThatTheStoreWasLostAndMakesItsQueuesAgain() {
        try (TestHub hub = new TestHub(data).awaitUp()) {
            String node = hub.broker().nodeId().orElseThrow();
            hub.broker().stop();
            assertThat(FileSystemUtils.deleteRecursively(data.resolve("broker").toFile()))
                    .isTrue();

            hub.broker().start();
            hub.awaitUp();
            assertThat(hub.broker().nodeId()).get().isNotEqualTo(node);
            hub.send("into the new store");
            assertThat(hub.taken().next().getKey()).isEqualTo("into the new store");
        }
    }

    @Test
    void doesNotDeserialiseObjects() throws Exception {
        try (TestHub hub = new TestHub(data).awaitUp()) {
            ConnectionFactory connections = hub.bean(JmsPoolConnectionFactory.class);
            try (Connection connection = connections.createConnection();
                    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                var producer = session.createProducer(session.createQueue(TestHub.QUEUE));
                producer.send(session.createObjectMessage(new ArrayList<>()));
            }
            hub.send("next");

            assertThat(hub.taken().next().getKey()).isEqualTo("next");
            assertThat(hub.taken().isEmpty()).isTrue();
        }
    }

    @Test
    void listensOnlyWhenAskedAndThenOnlyToThoseWithThePassword() throws Exception {
        try (TestHub hub = new TestHub(data, "hub.broker.listen=true", "hub.broker.port=0").awaitUp()) {
            int port = hub.bean(ArtemisBroker.class).port();
            String url = "tcp://127.0.0.1:" + port + "?callTimeout=2000";
            String password = BrokerPassword.in(data.resolve("secrets/broker"));

            assertThatThrownBy(() -> connect(url, "guess")).isInstanceOf(JMSException.class);
            connect(url, password);
        }
        try (TestHub silent = new TestHub(data.resolve("other")).awaitUp()) {
            assertThat(silent.bean(ArtemisBroker.class).port()).isEqualTo(-1);
        }
    }

    private static void connect(String url, String password) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url)) {
            factory.createConnection("hub", password).close();
        }
    }
}
