package lingnan.hub.directory;

import jakarta.xml.bind.JAXB;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Idempotency;
import lingnan.hub.messagelog.Idempotency.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out what an agency commands: logs it with its answer or its refusal, and gives the same answer again to a
 * command that is repeated under its id, without doing it twice. The act itself is durable, with an entry of its own,
 * before it is answered. An objection answers a repetition as it stands: its own table knows the command.
 */
@Component
final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    /** How long a command may take before its id is free again: longer than any transaction. */
    private static final Duration RUNNING = Duration.ofMinutes(1);

    /** For how long a repetition is known as one. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Idempotency idempotency;
    private final CommandLog log;

    Commands(Idempotency idempotency, CommandLog log) {
        this.idempotency = idempotency;
        this.log = log;
    }

    /**
     * @param said the command as the contract has it
     * @param type of the answer
     * @throws HubFault DUPLICATE_MISMATCH if the id was used for another command, HUB_BUSY if its twin takes too long, or
     *     why the command cannot be carried out
     */
    <T> T once(Visit visit, Object said, Class<T> type, Supplier<T> act) {
        try {
            Optional<byte[]> id = CommandDigest.id(visit, said);
            Optional<MessageId> before = id.flatMap(taken -> claim(taken, said, visit.message()));
            if (before.isPresent()) {
                T answer = CommandKeys.isOfObjection(said) ? act.get() : again(type, before.get());
                log.repeated(visit, said, answer);
                return answer;
            }
            T answer = carryOut(visit, act, id);
            log.carriedOut(visit, said, answer);
            id.ifPresent(taken -> complete(taken, visit.message()));
            return answer;
        } catch (HubFault refused) {
            log.refused(visit, said, refused);
            throw refused;
        }
    }

    private <T> T carryOut(Visit visit, Supplier<T> act, Optional<byte[]> id) {
        try {
            return act.get();
        } catch (HubFault refused) {
            id.ifPresent(taken -> release(taken, visit.message()));
            throw refused;
        }
    }

    /** What was done is done: that its id is free again after a while is not the caller's fault. */
    private void complete(byte[] id, MessageId message) {
        try {
            idempotency.complete(id, message, KEPT);
        } catch (HubFault notNow) {
            LOG.warn("Message {} was answered, but its id could not be kept", message, notNow);
        }
    }

    private void release(byte[] id, MessageId message) {
        try {
            idempotency.release(id, message);
        } catch (HubFault notNow) {
            LOG.warn("Message {} was refused, its id stays taken for a while", message, notNow);
        }
    }

    /** @return the message whose answer is to be given again; empty if this one is the first */
    private Optional<MessageId> claim(byte[] id, Object said, MessageId message) {
        byte[] content = CommandDigest.content(said);
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Claim claim = idempotency.claim(id, content, message, RUNNING);
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

    private <T> T again(Class<T> type, MessageId before) {
        return JAXB.unmarshal(new ByteArrayInputStream(log.answered(before)), type);
    }
}
