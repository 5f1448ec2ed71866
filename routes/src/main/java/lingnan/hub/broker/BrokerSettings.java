package lingnan.hub.broker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is.
 *
 * @param data the hub's data directory; an embedded broker keeps its store in {@code broker} below it
 */
@ConfigurationProperties("hub")
record BrokerSettings(
        @DefaultValue("data") Path data, @DefaultValue Artemis broker) {

    /**
     * @param url of a broker outside the hub, such as {@code tcp://127.0.0.1:61616}; without it the hub has its own
     * @param user who the hub is there
     * @param password of that user; an embedded broker's is made by the hub
     * @param listen whether an embedded broker also listens on the loopback address
     * @param port where it then listens
     */
    record Artemis(
            @Nullable String url,
            @DefaultValue("hub") String user,
            @Nullable String password,
            @DefaultValue("false") boolean listen,
            @DefaultValue("61616") int port) {

        /** Without the password, so that it reaches no log. */
        @Override
        public String toString() {
            return "Artemis[" + (url == null ? "embedded" : url) + ", " + user + "]";
        }
    }

    Path store() {
        return data.resolve("broker");
    }

    Path passwordFile() {
        return data.resolve("secrets").resolve("broker");
    }
}
