package lingnan.hub.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request may cost before it is understood.
 *
 * @param largestMessage of one message, also of what a compressed one inflates to
 * @param strangersMessage how much is read of a message whose sender is not known, to have its digest in the log
 * @param inFlight of all messages being read or answered at once
 * @param slowest how long the body of one message may take to arrive
 * @param concurrency how many messages may be in the hub at once; the server has some threads more, which say so to the others
 */
@ConfigurationProperties("hub.edge")
record EdgeLimits(
        @DefaultValue("4MB") DataSize largestMessage,
        @DefaultValue("16KB") DataSize strangersMessage,
        @DefaultValue("128MB") DataSize inFlight,
        @DefaultValue("20s") Duration slowest,
        @DefaultValue("100") int concurrency) {}
