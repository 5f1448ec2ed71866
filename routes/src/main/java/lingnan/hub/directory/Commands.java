package lingnan.hub.directory;

import jakarta.xml.bind.JAXB;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.Digest;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Idempotency;
import lingnan.hub.messagelog.Idempotency.Claim;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
import org.springframework.stereotype.Component;

/**
 * Carries out what an agency commands: logs it with its answer or its refusal, and gives the same answer again to a
 * command that is repeated under its id, without doing it twice. The act itself is durable, with an entry of its own,
 * before it is answered.
 */
@Component
final class Commands {

    /** How long a command may take before its id is free again: longer than any transaction. */
    private static final Duration RUNNING = Duration.ofMinutes(1);

    /** For how long a repetition is known as one. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Idempotency idempotency;
    private final MessageLog log;
    private final Traces traces;
    private final BusinessClock clock;
    private final CommandKeys keys;

    Commands(Idempotency idempotency, MessageLog log, Traces traces, BusinessClock clock, CommandKeys keys) {
        this.idempotency = idempotency;
        this.log = log;
        this.traces = traces;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * @param said the command as the contract has it
     * @param type of the answer
     * @throws HubFault DUPLICATE_MISMATCH if the id was used for another command, HUB_BUSY if its twin takes too long, or
     *     why the command cannot be carried out
     */
    <T> T once(Visit visit, Object said, Class<T> type, Supplier<T> act) {
        byte[] command = xml(said);
        Optional<byte[]> key = visit.headers().repeatableAs().map(id -> key(visit, said, id));
        if (key.isPresent()) {
            Optional<MessageId> before = refusing(visit, said, () -> claim(key.get(), command, visit.message()));
            if (before.isPresent()) {
                return refusing(visit, said, () -> again(visit, said, type, before.get()));
            }
        }
        T answer = carryOut(visit, said, act, key);
        Body sent = new Body(Body.Role.ANSWER_SENT, "text/xml; charset=UTF-8", xml(answer));
        append(visit, said, EntryKind.COMMANDED, "ok", List.of(sent), keys.of(answer));
        key.ifPresent(taken -> idempotency.complete(taken, visit.message(), KEPT));
        return answer;
    }

    private <T> T carryOut(Visit visit, Object said, Supplier<T> act, Optional<byte[]> key) {
        try {
            return refusing(visit, said, act);
        } catch (HubFault refused) {
            key.ifPresent(taken -> idempotency.release(taken, visit.message()));
            throw refused;
        }
    }

    private <T> T refusing(Visit visit, Object said, Supplier<T> work) {
        try {
            return work.get();
        } catch (HubFault refused) {
            if (refused.code() != FaultCode.LOG_UNAVAILABLE) {
                append(visit, said, EntryKind.REFUSED, refused.code().wireName(), List.of(), Set.of());
            }
            throw refused;
        }
    }

    /** @return the message whose answer is to be given again; empty if this one is the first */
    private Optional<MessageId> claim(byte[] key, byte[] command, MessageId message) {
        byte[] digest = Digest.SHA_256.of(command);
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Claim claim = idempotency.claim(key, digest, message, RUNNING);
            if (claim instanceof Claim.First) {
                return Optional.empty();
            } else if (claim instanceof Claim.Answered answered) {
                return Optional.of(answered.message());
            } else if (claim instanceof Claim.Mismatch mismatch) {
                throw new HubFault(FaultCode.DUPLICATE_MISMATCH, "first used for message " + mismatch.message());
            } else if (System.nanoTime() - patience > 0) {
                throw new HubFault(FaultCode.HUB_BUSY, "the same command is still being carried out");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private <T> T again(Visit visit, Object said, Class<T> type, MessageId before) {
        Body answer = traces.body(before, Body.Role.ANSWER_SENT)
                .orElseThrow(() -> new HubFault(FaultCode.ERASED, before.toString()));
        T answered = JAXB.unmarshal(new ByteArrayInputStream(answer.bytes()), type);
        append(visit, said, EntryKind.REPEATED, "ok", List.of(answer), keys.of(answered));
        return answered;
    }

    private void append(
            Visit visit, Object said, EntryKind kind, String outcome, List<Body> answer, Set<Key> keysOfAnswer) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CLIENT, visit.caller().subsystem().toString());
        facts.put(Fact.STRENGTH, visit.caller().strength().name().toLowerCase(Locale.ROOT));
        facts.put(Fact.REMOTE, visit.remoteAddress());
        facts.put(Fact.SERVICE, "catalog");
        facts.put(Fact.OPERATION, said.getClass().getSimpleName());
        facts.put(Fact.OUTCOME, outcome);
        visit.headers().id().ifPresent(id -> facts.put(Fact.CLIENT_MESSAGE_ID, id));
        List<Body> bodies = new ArrayList<>(List.of(visit.received()));
        bodies.addAll(answer);
        Set<Key> found = new LinkedHashSet<>(keys.of(said));
        found.addAll(keysOfAnswer);
        visit.headers().id().ifPresent(id -> found.add(new Key("clientMessageId", id, false)));
        try {
            log.append(new Entry(kind, visit.message(), clock.now(), facts, bodies, List.copyOf(found)))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof HubFault fault
                    ? fault
                    : new HubFault(FaultCode.LOG_UNAVAILABLE, "", failed);
        }
    }

    private static byte[] key(Visit visit, Object said, String id) {
        String caller = visit.caller().subsystem().toString();
        String named = String.join("\u0000", "catalog", caller, said.getClass().getSimpleName(), id);
        return Digest.SHA_256.of(named.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for the same content, however its sender indented it. */
    private static byte[] xml(Object said) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JAXB.marshal(said, bytes);
        return bytes.toByteArray();
    }
}
