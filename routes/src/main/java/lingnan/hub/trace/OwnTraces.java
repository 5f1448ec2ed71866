package lingnan.hub.trace;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
import org.springframework.stereotype.Component;

/** What an agency may see of the log, and the entry that says it looked: first the entry, then the answer. */
@Component
final class OwnTraces {

    /** How many messages of a key are looked through for the caller's own. */
    private static final int LOOKED_THROUGH = 1_000;

    private final Traces traces;
    private final MessageLog log;
    private final BusinessClock clock;

    OwnTraces(Traces traces, MessageLog log, BusinessClock clock) {
        this.traces = traces;
        this.log = log;
        this.clock = clock;
    }

    /** Who looks, and from where. */
    record Looker(Caller caller, String remoteAddress) {}

    List<Traces.Summary> find(Looker looker, String key, int limit) {
        look(looker, MessageId.next(Clock.systemUTC()), "Find", List.of(Key.searched(key)));
        return traces.find(key, LOOKED_THROUGH).stream()
                .filter(found -> isVisible(looker, found))
                .limit(limit)
                .toList();
    }

    List<LoggedEntry> trace(Looker looker, MessageId message, boolean bodies) {
        List<LoggedEntry> entries = traces.entries(message);
        Leg leg = Leg.of(looker.caller().subsystem(), entries);
        if (leg == Leg.NONE) {
            look(looker, MessageId.next(Clock.systemUTC()), "GetTrace refused", List.of());
            throw new HubFault(FaultCode.UNKNOWN_MESSAGE, message.toString());
        }
        look(looker, message, bodies ? "GetTrace with bodies" : "GetTrace", List.of());
        return leg.cut(entries, bodies);
    }

    private boolean isVisible(Looker looker, Traces.Summary found) {
        if (Leg.isOf(looker.caller().subsystem(), found.client())) {
            return true;
        }
        return Leg.isOf(looker.caller().subsystem(), found.provider())
                && Leg.of(looker.caller().subsystem(), traces.entries(found.message())) != Leg.NONE;
    }

    private void look(Looker looker, MessageId message, String what, List<Key> keys) {
        Entry entry = new Entry(
                EntryKind.LOOKED,
                message,
                clock.now(),
                Map.of(
                        Fact.ACTOR, looker.caller().subsystem().toString(),
                        Fact.STRENGTH, looker.caller().strength().name().toLowerCase(Locale.ROOT),
                        Fact.REMOTE, looker.remoteAddress(),
                        Fact.SERVICE, "trace",
                        Fact.DETAIL, what),
                List.of(),
                keys);
        try {
            log.append(entry).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof HubFault fault
                    ? fault
                    : new HubFault(FaultCode.LOG_UNAVAILABLE, "", failed);
        }
    }
}
