package lingnan.hub.interaction;

import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import org.springframework.stereotype.Component;

/**
 * Ends the calls that nobody else will end: those of this process whose result could not be logged, and those of a
 * process that died, which the log's recovery has closed.
 */
@Component
final class AskSweep {

    private final Asks asks;
    private final BusinessClock clock;

    AskSweep(Asks asks, BusinessClock clock) {
        this.asks = asks;
        this.clock = clock;
    }

    void sweep() {
        for (Asks.Dropped call : asks.dropped()) {
            asks.close(call, AskEntries.inDoubt(call.message(), clock.now()));
        }
        for (MessageId message : asks.othersCalls()) {
            asks.closed(message).ifPresent(kind -> asks.settle(message, kind));
        }
    }
}
