package lingnan.hub.interaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Idempotency;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.stereotype.Component;

/**
 * Gives an answer that the log has kept once more: always under a grant that holds now, always cut anew. To an
 * asynchronous question it gives the receipt once more, whatever has come of it meanwhile.
 */
@Component
final class StoredAnswers {

    /** How long a claim holds while its answer is being made. */
    private static final Duration RUNNING = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Beyond its provider's time-out, a twin has its result to log. */
    private static final Duration LOGGING = Duration.ofSeconds(5);

    private final Results results;
    private final Envelopes envelopes;
    private final Idempotency idempotency;
    private final MessageLog log;
    private final BusinessClock clock;

    StoredAnswers(Results results, Envelopes envelopes, Idempotency idempotency, MessageLog log, BusinessClock clock) {
        this.results = results;
        this.envelopes = envelopes;
        this.idempotency = idempotency;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A stage if the question is new; a reply if its answer or receipt is given again. Only a question with an explicit idempotency
     * key is ever recalled: for gates the newest answer counts.
     *
     * @throws HubFault DUPLICATE_MISMATCH if the key was used for another question, HUB_BUSY if its twin takes too long
     */
    public Object recall(Stage.Authorised stage) {
        Optional<byte[]> key = RequestKeys.of(stage);
        if (key.isEmpty()) {
            return stage;
        }
        byte[] digest = RequestKeys.content(stage);
        long patience =
                System.nanoTime() + stage.plan().patience().plus(LOGGING).toNanos();
        while (true) {
            Idempotency.Claim claim =
                    idempotency.claim(key.get(), digest, stage.arrival().message(), RUNNING);
            if (claim instanceof Idempotency.Claim.First) {
                return stage;
            } else if (claim instanceof Idempotency.Claim.Answered answered) {
                return again(stage, answered.message());
            } else if (claim instanceof Idempotency.Claim.Mismatch mismatch) {
                throw new HubFault(FaultCode.DUPLICATE_MISMATCH, "first used for message " + mismatch.message());
            } else if (System.nanoTime() - patience > 0) {
                throw new HubFault(FaultCode.HUB_BUSY, "the same question is still being answered");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private Reply again(Stage.Authorised stage, MessageId message) {
        byte[] given = stage.isAsynchronous()
                ? Payloads.receipt(stage.plan().subject().namespace(), message, results.acceptedAt(message))
                : results.shown(stage, message);
        Reply reply = envelopes.answer(stage.arrival(), stage.plan().id(), given);
        Map<Fact, String> facts = Recorder.facts(stage);
        facts.put(Fact.OUTCOME, "ok");
        facts.put(Fact.RELATES_TO, message.toString());
        List<Body> bodies =
                List.of(stage.arrival().received(), new Body(Body.Role.ANSWER_SENT, reply.contentType(), reply.body()));
        List<Key> keys = new ArrayList<>(stage.plan().keys());
        keys.addAll(Recorder.headerKeys(stage.arrival()));
        Durable.await(
                log.append(new Entry(EntryKind.REPEATED, stage.arrival().message(), clock.now(), facts, bodies, keys)));
        return reply;
    }
}
