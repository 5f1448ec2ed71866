package lingnan.hub.interaction;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.LogPosition;
import lingnan.hub.messagelog.MessageLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The state of asynchronous interactions, each change in one transaction with its entry on the lane
 * {@code interaction}. However often a message comes from the broker, its provider is called once.
 */
@Component
final class Asks {

    static final String LANE = "interaction";
    private static final int MOST_ATTEMPTS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageLog log;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final ArrivalReader arrivals;
    private final String holder = UUID.randomUUID().toString();
    private final Set<MessageId> underWay = ConcurrentHashMap.newKeySet();

    Asks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MessageLog log,
            Catalog catalog,
            BusinessClock clock,
            ArrivalReader arrivals) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.catalog = catalog;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** The arrival behind a message from the broker, or null if it is no longer waiting or its agency is closed. */
    public @Nullable Arrival resume(String messageId) {
        MessageId message = MessageId.parse(messageId);
        Optional<String> agency = jdbc.sql("select agency from interaction.ask where message = ? and state = 'WAITING'")
                .param(message.value())
                .query(String.class)
                .optional();
        if (agency.isEmpty()) {
            return null;
        }
        Instant opens = opens(AgencyCode.of(agency.get()));
        if (opens.isAfter(clock.now())) {
            waitUntil(message, opens);
            return null;
        }
        return arrivals.fromLog(message).orElse(null);
    }

    /** When this agency may next be called. */
    Instant opens(AgencyCode agency) {
        Instant now = clock.now();
        return catalog.current()
                .agency(agency)
                .map(Agency::openingHours)
                .map(hours -> OpeningTimes.nextOpen(hours, now))
                .orElse(now);
    }

    private void waitUntil(MessageId message, Instant due) {
        jdbc.sql("update interaction.ask set due_at = ?, sent_at = null where message = ? and state = 'WAITING'")
                .params(Timestamp.from(due), message.value())
                .update();
    }

    /** Takes the message for calling; empty if another consumer was first. */
    Optional<LogPosition> claim(Entry calling) {
        underWay.add(calling.message());
        Optional<LogPosition> position = Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                        "update interaction.ask set state = 'CALLING', version = version + 1, attempt = attempt + 1,"
                                + " holder = ? where message = ? and state = 'WAITING' returning version")
                .params(holder, calling.message().value())
                .query(Long.class)
                .optional()
                .map(version -> append(calling, version - 1))));
        if (position.isEmpty()) {
            underWay.remove(calling.message());
        }
        return position;
    }

    /** Ends an attempt: answered, failed, in doubt, or put off. */
    void close(Entry entry) {
        try {
            transaction.executeWithoutResult(status -> closeInTransaction(entry));
        } finally {
            underWay.remove(entry.message());
        }
    }

    private void closeInTransaction(Entry entry) {
        Row row = jdbc.sql("select client, version, attempt from interaction.ask where message = ? for update")
                .param(entry.message().value())
                .query((set, n) -> new Row(set.getString(1), set.getLong(2), set.getInt(3)))
                .single();
        boolean putOff = entry.kind() == EntryKind.DEFERRED;
        EntryKind kind = putOff && row.attempt() >= MOST_ATTEMPTS ? EntryKind.FAILED : entry.kind();
        String state = kind == EntryKind.DEFERRED ? "WAITING" : kind.name();
        Instant due = clock.now().plus(pause(row.attempt()));
        boolean push = kind != EntryKind.DEFERRED && pushes(row.client());
        append(
                new Entry(kind, entry.message(), entry.businessTime(), entry.facts(), entry.bodies(), entry.keys()),
                row.version());
        jdbc.sql("update interaction.ask set state = ?, version = version + 1, holder = null, sent_at = null,"
                        + " due_at = ?, push_due_at = ? where message = ?")
                .param(state)
                .param(Timestamp.from(due))
                .param(push ? Timestamp.from(clock.now()) : null)
                .param(entry.message().value())
                .update();
    }

    private boolean pushes(String client) {
        return catalog.current()
                .agency(SubsystemId.parse(client).agency())
                .map(Agency::answers)
                .isPresent();
    }

    /** Doubling from half a second, with jitter so that an agency that returns is not stormed. */
    private static Duration pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(attempt, 20));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private LogPosition append(Entry entry, long expected) {
        MessageLog.AppendOutcome outcome = log.append(LANE, entry.message().toString(), expected, entry);
        if (outcome instanceof MessageLog.AppendOutcome.Appended appended) {
            return appended.position();
        }
        throw new HubFault(FaultCode.INTERNAL_ERROR, entry.message() + " is not at version " + expected);
    }

    /** The calls that this process began and is no longer about: their end could not be logged. */
    List<MessageId> dropped() {
        return jdbc
                .sql("select message from interaction.ask where state = 'CALLING' and holder = ?")
                .param(holder)
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .filter(message -> !underWay.contains(message))
                .toList();
    }

    /** The calls of other processes, which may have ended. */
    List<MessageId> othersCalls() {
        return jdbc.sql("select message from interaction.ask where state = 'CALLING' and holder <> ? limit 200")
                .param(holder)
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Takes over what the log's recovery found out about a call whose process died. */
    void settle(MessageId message, EntryKind closed) {
        jdbc.sql("update interaction.ask set state = ?, holder = null, sent_at = null, push_due_at = null"
                        + " where message = ? and state = 'CALLING'")
                .params(closed.name(), message.value())
                .update();
    }

    private record Row(String client, long version, int attempt) {}
}
