package lingnan.hub.console.port;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hub listens.
 *
 * @param bind the one address for both ports; loopback unless the operator says otherwise
 * @param port the agencies' port; 0 takes a free one
 * @param console the people's side
 * @param edge what the edge admits, for which the agencies' side needs threads
 */
@ConfigurationProperties("hub")
record PortSettings(
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("8080") int port,
        @DefaultValue Console console,
        @DefaultValue Edge edge) {

    /** @param concurrency how many messages are worked on at once; as of {@code lingnan.hub.edge} */
    record Edge(@DefaultValue("100") int concurrency) {}

    /** @param port the people's port; 0 takes a free one */
    record Console(@DefaultValue("8081") int port) {}
}
