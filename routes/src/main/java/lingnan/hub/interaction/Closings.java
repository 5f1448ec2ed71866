package lingnan.hub.interaction;

import java.time.Duration;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.Idempotency;
import lingnan.hub.messagelog.MessageLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends interactions in the log: a synchronous one on the edge lane, an asynchronous one together with its state. */
@Component
final class Closings {

    /** How long an answer is given again instead of asking anew. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private final MessageLog log;
    private final Asks asks;
    private final Idempotency idempotency;

    Closings(MessageLog log, Asks asks, Idempotency idempotency) {
        this.log = log;
        this.asks = asks;
        this.idempotency = idempotency;
    }

    void close(Arrival arrival, Entry entry) {
        if (arrival.resumed()) {
            asks.close(entry);
        } else {
            Durable.await(log.append(entry));
        }
    }

    /**
     * An answer or receipt under a key may be given again; a question that came to nothing frees its key. What is carried
     * on later had its receipt, and its key with it.
     */
    void settle(Stage.Authorised stage, boolean answered) {
        if (stage.arrival().resumed()) {
            return;
        }
        RequestKeys.of(stage).ifPresent(key -> {
            try {
                if (answered) {
                    idempotency.complete(key, stage.arrival().message(), KEPT);
                } else {
                    idempotency.release(key, stage.arrival().message());
                }
            } catch (HubFault later) {
                LOG.warn(
                        "The key of message {} could not be settled",
                        stage.arrival().message(),
                        later);
            }
        });
    }

    /** Never fails: what cannot be logged now is kept on disk and folded in later, or ended by the sweep. */
    void closeOrSpool(Arrival arrival, Entry entry) {
        try {
            close(arrival, entry);
        } catch (HubFault fault) {
            if (fault.code() != FaultCode.LOG_UNAVAILABLE) {
                throw fault;
            }
            if (arrival.resumed()) {
                asks.leave(arrival.message());
            } else {
                log.spool(entry);
            }
        }
    }
}
