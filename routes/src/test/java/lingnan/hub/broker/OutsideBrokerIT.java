package lingnan.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideBrokerIT {

    @TempDir
    Path directory;

    @Test
    void goesOnWithABrokerThatWasKilledAndCameBack() throws Exception {
        Path store = directory.resolve("store");
        BrokerProcess first = new BrokerProcess(store, 0);
        try (TestHub hub = new TestHub(directory, first.settings()).awaitUp()) {
            String node = hub.broker().nodeId().orElseThrow();
            hub.send("前");
            assertThat(hub.taken().next().getKey()).isEqualTo("前");

            first.close();
            hub.awaitDown();
            assertThatThrownBy(() -> hub.send("lost")).isInstanceOf(CamelExecutionException.class);

            try (BrokerProcess second = new BrokerProcess(store, first.port())) {
                hub.awaitUp();
                assertThat(second.port()).isEqualTo(first.port());
                assertThat(hub.broker().nodeId()).contains(node);
                hub.send("后");
                hub.taken().awaits("后", "前");
                assertThat(hub.taken().isEmpty()).isTrue();
            }
        } finally {
            first.close();
        }
    }

    /** A broker that accepts connections and never says a word is the worst that can happen to a start. */
    @Test
    void startsAtOnceWithABrokerThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            String url = "hub.broker.url=tcp://127.0.0.1:" + silent.getLocalPort();
            long before = System.nanoTime();
            try (TestHub hub = new TestHub(directory, url)) {
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
                assertThat(hub.broker().isUp()).isFalse();
                assertThatThrownBy(() -> hub.send("lost")).isInstanceOf(CamelExecutionException.class);
            }
        }
    }
}
