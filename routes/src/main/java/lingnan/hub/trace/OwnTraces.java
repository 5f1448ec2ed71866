package lingnan.hub.trace;

import java.time.Clock;
import java.util.List;
import lingnan.hub.access.Looks;
import lingnan.hub.access.Looks.Looker;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import org.springframework.stereotype.Component;

/** What an agency may see of the log, and the entry that says it looked: first the entry, then the answer. */
@Component
final class OwnTraces {

    /** How many messages of a key are looked through for the caller's own. */
    private static final int LOOKED_THROUGH = 1_000;

    private final Traces traces;
    private final Looks looks;

    OwnTraces(Traces traces, Looks looks) {
        this.traces = traces;
        this.looks = looks;
    }

    List<Traces.Summary> find(Looker looker, String key, int limit) {
        looks.looked(looker, MessageId.next(Clock.systemUTC()), "Find", List.of(Key.searched(key)));
        return traces.find(key, LOOKED_THROUGH).stream()
                .filter(found -> isVisible(looker, found, key))
                .limit(limit)
                .toList();
    }

    List<LoggedEntry> trace(Looker looker, MessageId message, boolean bodies) {
        List<LoggedEntry> entries = traces.entries(message);
        Leg leg = Leg.of(looker.caller().subsystem(), entries);
        if (leg == Leg.NONE) {
            looks.looked(looker, MessageId.next(Clock.systemUTC()), "GetTrace refused", List.of());
            throw new HubFault(FaultCode.UNKNOWN_MESSAGE, message.toString());
        }
        looks.looked(looker, message, bodies ? "GetTrace with bodies" : "GetTrace", List.of());
        return leg.cut(entries, bodies);
    }

    /** Finding by a key that was withheld would tell what nobody showed. */
    private boolean isVisible(Looker looker, Traces.Summary found, String key) {
        SubsystemId caller = looker.caller().subsystem();
        if (!Leg.isOf(caller, found.client()) && !Leg.isOf(caller, found.provider())) {
            return false;
        }
        List<LoggedEntry> entries = traces.entries(found.message());
        return switch (Leg.of(caller, entries)) {
            case NONE -> false;
            case CLIENT -> isNamed(found.message(), key) || wasShown(entries, key);
            case PROVIDER, BOTH, GRANT -> true;
        };
    }

    private static boolean isNamed(MessageId message, String key) {
        return message.toString().equalsIgnoreCase(key.strip());
    }

    private static boolean wasShown(List<LoggedEntry> entries, String key) {
        return entries.stream()
                .anyMatch(entry -> entry.keys().stream().anyMatch(held -> held.isFoundBy(key) && entry.shows(held)));
    }
}
