package lingnan.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerIT {

    private static final List<BrokerUser> USERS =
            List.of(BrokerUser.hub("hub", "right"), new BrokerUser("stranger", "known", "somebody"));

    @TempDir
    Path directory;

    @Test
    void keepsPersistentMessagesAcrossARestart() throws Exception {
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 11, -1);
                Client client = new Client("vm://11", "hub", "right")) {
            assertThat(server.isActive()).isTrue();
            client.declare("hub.ask.AIC").send("hub.ask.AIC", "广州市𠮷祥·贸易有限公司 １２３");
        }
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 11, -1);
                Client client = new Client("vm://11", "hub", "right")) {
            assertThat(server.port()).isEqualTo(-1);
            assertThat(client.receive("hub.ask.AIC", 5_000)).isEqualTo("广州市𠮷祥·贸易有限公司 １２３");
        }
    }

    @Test
    void hasAnotherNodeIdWhenItsStoreWasLost() throws Exception {
        String first;
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 12, -1)) {
            first = server.nodeId();
        }
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 12, -1)) {
            assertThat(server.nodeId()).isEqualTo(first);
        }
        delete(directory);
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 12, -1)) {
            assertThat(server.nodeId()).isNotEqualTo(first);
        }
    }

    @Test
    void refusesWhoeverItDoesNotKnow() {
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 13, 0)) {
            String url = "tcp://127.0.0.1:" + server.port();
            assertThatThrownBy(() -> new Client(url, "hub", "wrong")).isInstanceOf(JMSSecurityException.class);
            assertThatThrownBy(() -> new Client(url, null, null)).isInstanceOf(JMSSecurityException.class);
        }
    }

    @Test
    void refusesToShowOrTakeAnythingWithoutTheRole() throws Exception {
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 14, -1);
                Client hub = new Client("vm://14", "hub", "right");
                Client stranger = new Client("vm://14", "stranger", "known")) {
            assertThat(server.isActive()).isTrue();
            hub.declare("hub.ask.PSB").send("hub.ask.PSB", "kept");

            assertThatThrownBy(() -> stranger.receive("hub.ask.PSB", 100)).isInstanceOf(JMSSecurityException.class);
            assertThatThrownBy(() -> stranger.send("hub.ask.PSB", "forged")).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> stranger.declare("hub.ask.LTAX")).hasMessageContaining("CREATE");
            assertThat(hub.receive("hub.ask.PSB", 5_000)).isEqualTo("kept");
            assertThat(hub.receive("hub.ask.PSB", 100)).isNull();
        }
    }

    @Test
    void makesQueuesByThemselvesForDeliveriesOnly() throws Exception {
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 15, -1);
                Client client = new Client("vm://15", "hub", "right")) {
            assertThat(server.isActive()).isTrue();
            client.send("hub.deliver.QTS.AIC-ENT-REG", "auto");
            assertThat(client.receive("hub.deliver.QTS.AIC-ENT-REG", 5_000)).isEqualTo("auto");

            assertThatThrownBy(() -> client.send("hub.ask.TYPO", "lost")).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> client.send("hub.deliever.QTS", "lost")).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> client.send("elsewhere", "lost")).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void keepsWhatCannotBeConsumedAmongTheDead() throws Exception {
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 16, -1);
                Client client = new Client("vm://16", "hub", "right")) {
            assertThat(server.isActive()).isTrue();
            client.declare("hub.ask.PLAN").send("hub.ask.PLAN", "poison").send("hub.ask.PLAN", "next");
            for (int attempt = 1; attempt <= 10; attempt++) {
                client.fail("hub.ask.PLAN");
            }
            assertThat(client.receive("hub.ask.PLAN", 5_000)).isEqualTo("next");
            assertThat(client.receive("hub.dead.broker", 5_000)).isEqualTo("poison");
        }
    }

    @Test
    void carriesBatchesWithoutAFileForEach() throws Exception {
        String batch = "記".repeat(700_000);
        try (BrokerServer server = BrokerServer.embedded(directory, USERS, 17, -1);
                Client client = new Client("vm://17", "hub", "right")) {
            assertThat(server.isActive()).isTrue();
            client.declare("hub.ask.QTS").send("hub.ask.QTS", batch);
            assertThat(list(directory.resolve("large-messages"))).isEmpty();
            assertThat(client.receive("hub.ask.QTS", 5_000)).isEqualTo(batch);
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        try (BrokerServer first = BrokerServer.embedded(directory.resolve("first"), USERS, 18, 0)) {
            assertThatThrownBy(() -> BrokerServer.embedded(directory.resolve("second"), USERS, 19, first.port()))
                    .isInstanceOf(BrokerFailure.class)
                    .hasMessageContaining("embedded broker");
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
