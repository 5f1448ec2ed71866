package lingnan.hub.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.stereotype.Component;

/** The entry that says an agency looked at something that the hub holds: first the entry, then what it wanted to see. */
@Component
public final class Looks {

    private final MessageLog log;
    private final BusinessClock clock;

    Looks(MessageLog log, BusinessClock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Who looks, from where, through which of the hub's own services. */
    public record Looker(Caller caller, String remoteAddress, String service) {}

    /**
     * Returns when the entry is durable.
     *
     * @param message what was looked at, or an id of its own
     * @param what in the hub's own words
     * @throws HubFault LOG_UNAVAILABLE; then nothing may be shown
     */
    public void looked(Looker looker, MessageId message, String what, List<Key> keys) {
        Entry entry = new Entry(
                EntryKind.LOOKED,
                message,
                clock.now(),
                Map.of(
                        Fact.ACTOR, looker.caller().subsystem().toString(),
                        Fact.STRENGTH, looker.caller().strength().name().toLowerCase(Locale.ROOT),
                        Fact.REMOTE, looker.remoteAddress(),
                        Fact.SERVICE, looker.service(),
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
