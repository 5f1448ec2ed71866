package lingnan.hub.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.stereotype.Component;

/** Logs a call that was refused or failed, unless its service has logged that itself. */
@Component
final class ArrivalLog {

    private final MessageLog log;
    private final BusinessClock clock;

    ArrivalLog(MessageLog log, BusinessClock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The refusal is answered whether or not it can be logged at once; what cannot is kept on disk. */
    void refused(HttpServletRequest call, HubFault fault) {
        if (!(call.getAttribute(ContractServices.CALLER) instanceof Caller caller)
                || !(call.getAttribute(ContractServices.MESSAGE_ID) instanceof MessageId message)) {
            return;
        }
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CLIENT, caller.subsystem().toString());
        facts.put(Fact.STRENGTH, caller.strength().name().toLowerCase(Locale.ROOT));
        facts.put(Fact.REMOTE, call.getRemoteAddr());
        facts.put(Fact.SERVICE, call.getRequestURI().replaceFirst("^/services/", ""));
        facts.put(Fact.OUTCOME, fault.code().wireName());
        if (!fault.code().quotes()) {
            facts.put(Fact.DETAIL, fault.detail());
        }
        Entry entry = new Entry(EntryKind.REFUSED, message, clock.now(), facts, bodies(call), List.of());
        if (fault.code() == FaultCode.LOG_UNAVAILABLE) {
            log.spool(entry);
            return;
        }
        try {
            log.append(entry).join();
        } catch (CompletionException notNow) {
            log.spool(entry);
        }
    }

    private static List<Body> bodies(HttpServletRequest call) {
        return call.getAttribute(ContractServices.RECEIVED) instanceof byte[] received
                ? List.of(new Body(
                        Body.Role.REQUEST_RECEIVED, Objects.requireNonNullElse(call.getContentType(), ""), received))
                : List.of();
    }
}
