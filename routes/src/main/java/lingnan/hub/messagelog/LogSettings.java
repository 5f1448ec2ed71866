package lingnan.hub.messagelog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set of the log.
 *
 * @param refusalsPerMinute how many refusals of unknown callers become entries of their own each minute
 * @param checkpointSeconds how often moved heads are signed
 * @param spoolBytes what refusals and closes may take on disk while the log cannot be written
 * @param deadAfterSeconds how long after the end of its lease a silent hub's lane is closed by another
 */
@ConfigurationProperties("hub.log")
public record LogSettings(
        @DefaultValue("100") int refusalsPerMinute,
        @DefaultValue("10") int checkpointSeconds,
        @DefaultValue("67108864") long spoolBytes,
        @DefaultValue("30") int deadAfterSeconds) {

    public static LogSettings standard() {
        return new LogSettings(100, 10, 64L << 20, 30);
    }
}
