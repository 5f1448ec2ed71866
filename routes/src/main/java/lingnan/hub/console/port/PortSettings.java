package lingnan.hub.console.port;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hub listens.
 *
 * @param bind the one address for both ports; loopback unless the operator says otherwise
 * @param port the agencies' port; 0 takes a free one
 * @param console the people's side
 */
@ConfigurationProperties("hub")
record PortSettings(
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("8080") int port,
        @DefaultValue Console console) {

    /** @param port the people's port; 0 takes a free one */
    record Console(@DefaultValue("8081") int port) {}
}
