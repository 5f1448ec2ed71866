package lingnan.hub.console.account;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
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

/**
 * Writes into the message log what people do at the console. Each method returns when the entry is durable; what it
 * records may be shown or done only then.
 */
@Component
public final class Acts {

    private final MessageLog log;
    private final BusinessClock clock;

    Acts(MessageLog log, BusinessClock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Who acts, and from where. */
    public record Actor(String account, String remoteAddress) {}

    /** A search. What was searched may name a person: it is kept as a key, which is encrypted and can be erased. */
    public void searched(Actor actor, String key) {
        List<Key> keys = key.isEmpty() ? List.of() : List.of(Key.searched(key));
        append(EntryKind.LOOKED, MessageId.next(Clock.systemUTC()), actor, key.isEmpty() ? "newest" : "search", keys);
    }

    /** A look at one message, kept with that message. */
    public void viewed(Actor actor, MessageId message, String what) {
        append(EntryKind.LOOKED, message, actor, what, List.of());
    }

    /** A sign-in, a change of password and the like. */
    public void administered(Actor actor, String what) {
        append(EntryKind.ADMINISTERED, MessageId.next(Clock.systemUTC()), actor, what, List.of());
    }

    private void append(EntryKind kind, MessageId message, Actor actor, String what, List<Key> keys) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.ACTOR, "console:" + actor.account());
        facts.put(Fact.REMOTE, actor.remoteAddress());
        facts.put(Fact.SERVICE, "console");
        facts.put(Fact.DETAIL, what);
        try {
            log.append(new Entry(kind, message, clock.now(), facts, List.of(), keys))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof HubFault fault
                    ? fault
                    : new HubFault(FaultCode.LOG_UNAVAILABLE, "", failed);
        }
    }
}
