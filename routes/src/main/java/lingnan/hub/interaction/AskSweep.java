package lingnan.hub.interaction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
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
            asks.close(call, inDoubt(call.message()));
        }
        for (MessageId message : asks.othersCalls()) {
            asks.closed(message).ifPresent(kind -> asks.settle(message, kind));
        }
    }

    private Entry inDoubt(MessageId message) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.OUTCOME, FaultCode.IN_DOUBT.wireName());
        facts.put(Fact.DETAIL, "the provider was called but the result could not be logged");
        return new Entry(EntryKind.IN_DOUBT, message, clock.now(), facts, List.of(), List.of());
    }
}
