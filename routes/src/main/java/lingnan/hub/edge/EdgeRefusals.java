package lingnan.hub.edge;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingnan.hub.access.Caller;
import lingnan.hub.interaction.Reply;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.Digest;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.RefusalMeter;

/**
 * Logs what was refused before it reached a flow. Of a caller who was not identified only digest and size are kept, and
 * a flood of them is counted instead of listed.
 */
final class EdgeRefusals {

    private final MessageLog log;
    private final RefusalMeter meter;
    private final BusinessClock clock;

    EdgeRefusals(MessageLog log, RefusalMeter meter, BusinessClock clock) {
        this.log = log;
        this.meter = meter;
        this.clock = clock;
    }

    void record(Request asked, Optional<Caller> caller, Optional<Body> received, HubFault fault, Reply reply) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.OUTCOME, fault.code().wireName());
        if (!fault.code().quotes()) {
            facts.put(Fact.DETAIL, fault.detail());
        }
        facts.put(Fact.REMOTE, asked.http().getRemoteAddr());
        asked.address().subject().ifPresent(subject -> facts.put(Fact.SUBJECT, subject.value()));
        if (caller.isEmpty()) {
            received.ifPresent(body -> facts.put(Fact.REASON, digest(body)));
            meter.refused(entry(asked, facts, List.of()));
        } else {
            facts.put(Fact.CLIENT, caller.get().subsystem().toString());
            Body sent = new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body());
            List<Body> bodies = received.map(body -> List.of(body, sent)).orElseGet(() -> List.of(sent));
            keep(entry(asked, facts, bodies), fault);
        }
    }

    private Entry entry(Request asked, Map<Fact, String> facts, List<Body> bodies) {
        return new Entry(EntryKind.REFUSED, asked.message(), clock.now(), facts, bodies, List.of());
    }

    /** The refusal is answered whether or not it can be logged at once; what cannot is kept on disk. */
    private void keep(Entry entry, HubFault fault) {
        if (fault.code() == FaultCode.LOG_UNAVAILABLE) {
            log.spool(entry);
            return;
        }
        try {
            log.append(entry).join();
        } catch (java.util.concurrent.CompletionException notNow) {
            log.spool(entry);
        }
    }

    private static String digest(Body body) {
        String digest = HexFormat.of().formatHex(Digest.SHA_256.of(body.bytes()));
        return "sha-256:" + digest + " size:" + body.bytes().length;
    }
}
