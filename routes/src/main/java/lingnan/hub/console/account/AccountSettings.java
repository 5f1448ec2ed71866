package lingnan.hub.console.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the accounts need to know at the first start.
 *
 * @param data the data directory
 * @param console the people's side
 */
@ConfigurationProperties("hub")
record AccountSettings(
        @DefaultValue("data") Path data, @DefaultValue Console console) {

    /** @param firstPassword set by a demo, which prints it; otherwise one is made and must be changed */
    record Console(@Nullable String firstPassword) {}
}
