package lingnan.hub.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import lingnan.hub.contract.Calls;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
import lingnan.wsdl.catalog.ObjectionAnswer;
import org.springframework.stereotype.Component;

/**
 * The entries of commands under the message of their call: what came and what was answered. What is said in an objection
 * is said of somebody and stands under the objection's own message only, so that one erasure erases it: its commands are
 * logged by the objection's id and a digest of what came.
 */
@Component
final class CommandLog {

    private final MessageLog log;
    private final Traces traces;
    private final BusinessClock clock;
    private final CommandKeys keys;

    CommandLog(MessageLog log, Traces traces, BusinessClock clock, CommandKeys keys) {
        this.log = log;
        this.traces = traces;
        this.clock = clock;
        this.keys = keys;
    }

    /** The act has happened and is in the log: if its command cannot be logged now, it is kept on disk. */
    void carriedOut(Visit visit, Object said, Object answer) {
        Entry entry = entry(EntryKind.COMMANDED, visit, said, Optional.of(answer), "ok");
        try {
            log.append(entry).join();
        } catch (CompletionException notNow) {
            log.spool(entry);
        }
    }

    /** @throws HubFault LOG_UNAVAILABLE; then the answer may not be given again */
    void repeated(Visit visit, Object said, Object answer) {
        try {
            log.append(entry(EntryKind.REPEATED, visit, said, Optional.of(answer), "ok"))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof HubFault fault
                    ? fault
                    : new HubFault(FaultCode.LOG_UNAVAILABLE, "", failed);
        }
    }

    /** The refusal is answered whether or not it can be logged at once. */
    void refused(Visit visit, Object said, HubFault fault) {
        Entry entry = entry(
                EntryKind.REFUSED, visit, said, Optional.empty(), fault.code().wireName());
        if (fault.code() == FaultCode.LOG_UNAVAILABLE) {
            log.spool(entry);
        } else {
            try {
                log.append(entry).join();
            } catch (CompletionException notNow) {
                log.spool(entry);
            }
        }
        Calls.refusalIsLogged();
    }

    /** @throws HubFault ERASED, or HUB_BUSY as long as the entry waits on disk */
    byte[] answered(MessageId message) {
        return traces.body(message, Body.Role.ANSWER_SENT)
                .map(Body::bytes)
                .orElseThrow(() -> traces.entries(message).stream()
                                .anyMatch(entry -> entry.kind() == EntryKind.COMMANDED)
                        ? new HubFault(FaultCode.ERASED, message.toString())
                        : new HubFault(FaultCode.HUB_BUSY, "the answer of " + message + " is not in the log yet"));
    }

    private Entry entry(EntryKind kind, Visit visit, Object said, Optional<Object> answer, String outcome) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CLIENT, visit.caller().subsystem().toString());
        facts.put(Fact.STRENGTH, visit.caller().strength().name().toLowerCase(Locale.ROOT));
        facts.put(Fact.REMOTE, visit.remoteAddress());
        facts.put(Fact.SERVICE, "catalog");
        facts.put(Fact.OPERATION, said.getClass().getSimpleName());
        facts.put(Fact.OUTCOME, outcome);
        visit.headers().id().ifPresent(id -> facts.put(Fact.CLIENT_MESSAGE_ID, id));
        if (answer.orElse(null) instanceof ObjectionAnswer objection) {
            facts.put(Fact.RELATES_TO, objection.getObjection().getMessageId());
        }
        Set<Key> found = new LinkedHashSet<>(answer.isPresent() ? keys.of(said) : keys.ofRefused(said));
        answer.map(keys::of).ifPresent(found::addAll);
        visit.headers().id().ifPresent(id -> found.add(new Key("clientMessageId", id, false)));
        List<Body> bodies = new ArrayList<>();
        if (CommandKeys.isOfObjection(said)) {
            found.add(new Key("requestDigest", HexFormat.of().formatHex(CommandDigest.content(said)), true));
        } else {
            bodies.add(visit.received());
            answer.map(CommandDigest::xml)
                    .map(xml -> new Body(Body.Role.ANSWER_SENT, "text/xml; charset=UTF-8", xml))
                    .ifPresent(bodies::add);
        }
        return new Entry(kind, visit.message(), clock.now(), facts, bodies, List.copyOf(found));
    }
}
