package lingnan.hub.interaction;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;
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
    private static final long UNKNOWN = -1;
    private static final int MOST_ATTEMPTS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageLog log;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final ArrivalReader arrivals;
    private final Traces traces;
    private final Hours hours;
    private final String holder = UUID.randomUUID().toString();
    private final Set<MessageId> missed = ConcurrentHashMap.newKeySet();

    /** The calls of this process, each with the version that its end must find. */
    private final Map<MessageId, Long> underWay = new ConcurrentHashMap<>();

    Asks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MessageLog log,
            Catalog catalog,
            BusinessClock clock,
            ArrivalReader arrivals,
            Traces traces,
            Hours hours) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.catalog = catalog;
        this.clock = clock;
        this.arrivals = arrivals;
        this.traces = traces;
        this.hours = hours;
    }

    /**
     * The arrival behind a message from the broker, or null if there is nothing to do for it now. Never fails for want
     * of the database: the broker would soon take such a message for dead.
     */
    public @Nullable Arrival resume(String messageId) {
        MessageId message = MessageId.parse(messageId);
        try {
            return Durable.ask(() -> waiting(message)).orElse(null);
        } catch (HubFault unreadable) {
            if (unreadable.code() != FaultCode.LOG_UNAVAILABLE) {
                throw unreadable;
            }
            leave(message);
            return null;
        }
    }

    private Optional<Arrival> waiting(MessageId message) {
        Optional<Destination> destination = jdbc.sql(
                        "select agency, held from interaction.ask where message = ? and state = 'WAITING'")
                .param(message.value())
                .query((row, n) -> new Destination(AgencyCode.of(row.getString(1)), row.getBoolean(2)))
                .optional();
        if (destination.isEmpty()) {
            return Optional.empty();
        }
        Optional<EntryKind> closed = closed(message);
        if (closed.isPresent()) {
            settle(message, closed.get());
            return Optional.empty();
        }
        if (!destination.get().held() && !hours.isOpen(destination.get().agency())) {
            putBack(message);
            return Optional.empty();
        }
        Optional<Arrival> arrival = arrivals.fromLog(message);
        if (arrival.isEmpty()) {
            end(AskEntries.erased(message, traces.entries(message), clock.now()), "WAITING", null);
        }
        return arrival;
    }

    /** How the log has ended it, if it has: also one whose acceptance came too late for its caller. */
    Optional<EntryKind> closed(MessageId message) {
        return traces.entries(message).stream()
                .map(LoggedEntry::kind)
                .filter(EntryKind::closes)
                .findFirst();
    }

    /** Nothing could be done for it now: the relay sends what still waits once more, the sweep ends what was called. */
    void leave(MessageId message) {
        missed.add(message);
    }

    /** Those left since the last time that still wait are to be sent again. */
    void takeBack() {
        for (MessageId message : List.copyOf(missed)) {
            putBack(message);
            missed.remove(message);
        }
    }

    /** To be sent again, as soon as its agency is open. */
    private void putBack(MessageId message) {
        jdbc.sql("update interaction.ask set due_at = now(), sent_at = null where message = ? and state = 'WAITING'")
                .param(message.value())
                .update();
    }

    /**
     * Takes the message for calling; empty if another consumer was first.
     *
     * @throws HubFault LOG_UNAVAILABLE if that cannot be known; then it must not be called
     */
    Optional<LogPosition> claim(Entry calling) {
        MessageId message = calling.message();
        if (underWay.putIfAbsent(message, UNKNOWN) != null) {
            return Optional.empty();
        }
        boolean isClaimed = false;
        try {
            Optional<LogPosition> position = Durable.ask(
                    () -> Objects.requireNonNull(transaction.execute(status -> claimInTransaction(calling))));
            isClaimed = position.isPresent();
            return position;
        } finally {
            if (!isClaimed) {
                underWay.remove(message);
            }
        }
    }

    private Optional<LogPosition> claimInTransaction(Entry calling) {
        Optional<Long> version = jdbc.sql(
                        "update interaction.ask set state = 'CALLING', version = version + 1, attempt = attempt + 1,"
                                + " holder = ? where message = ? and state = 'WAITING' returning version")
                .params(holder, calling.message().value())
                .query(Long.class)
                .optional();
        version.ifPresent(taken -> underWay.put(calling.message(), taken));
        return version.map(taken -> append(calling, taken - 1));
    }

    /**
     * Ends an attempt: answered, failed, in doubt, or put off. What was ended before stays as it was: a commit may have
     * succeeded without this process learning of it.
     *
     * @throws HubFault LOG_UNAVAILABLE if its end is not known to be logged; the sweep ends it then
     */
    void close(Entry entry) {
        Long expected = underWay.get(entry.message());
        try {
            end(entry, expected == null ? "WAITING" : "CALLING", expected);
        } finally {
            underWay.remove(entry.message());
        }
    }

    /** Ends a call that this process dropped, unless it has ended after all. */
    void close(Dropped dropped, Entry entry) {
        end(entry, "CALLING", dropped.version());
    }

    private void end(Entry entry, String state, @Nullable Long version) {
        Durable.ask(() -> Objects.requireNonNull(transaction.execute(status -> {
            Row row = jdbc.sql(
                            "select client, version, attempt, state from interaction.ask where message = ? for update")
                    .param(entry.message().value())
                    .query((set, n) -> new Row(set.getString(1), set.getLong(2), set.getInt(3), set.getString(4)))
                    .single();
            if (row.state().equals(state) && (version == null || row.version() == version)) {
                closeInTransaction(entry, row);
            }
            return true;
        })));
    }

    private void closeInTransaction(Entry entry, Row row) {
        boolean putOff = entry.kind() == EntryKind.DEFERRED;
        EntryKind kind = putOff && row.attempt() >= MOST_ATTEMPTS ? EntryKind.FAILED : entry.kind();
        String state = kind == EntryKind.DEFERRED ? "WAITING" : kind.name();
        boolean push = kind != EntryKind.DEFERRED && pushes(row.client());
        append(
                new Entry(kind, entry.message(), entry.businessTime(), entry.facts(), entry.bodies(), entry.keys()),
                row.version());
        jdbc.sql("update interaction.ask set state = ?, version = version + 1, holder = null, sent_at = null,"
                        + " due_at = now() + ? * interval '1 millisecond',"
                        + " push_due_at = case when ? then now() end where message = ?")
                .params(
                        state,
                        pause(row.attempt()).toMillis(),
                        push,
                        entry.message().value())
                .update();
    }

    private boolean pushes(String client) {
        return catalog.current()
                .agency(SubsystemId.parse(client).agency())
                .map(Agency::answers)
                .isPresent();
    }

    /** Doubling from half a second of real time, with jitter so that an agency that returns is not stormed. */
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
    List<Dropped> dropped() {
        return jdbc
                .sql("select message, version from interaction.ask where state = 'CALLING' and holder = ?")
                .param(holder)
                .query((row, n) -> new Dropped(new MessageId(row.getObject(1, UUID.class)), row.getLong(2)))
                .list()
                .stream()
                .filter(call -> !underWay.containsKey(call.message()))
                .toList();
    }

    /** The calls of other processes, which may have ended. */
    List<MessageId> othersCalls() {
        return jdbc.sql("select message from interaction.ask where state = 'CALLING' and holder <> ? limit 200")
                .param(holder)
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Takes over how the log has ended it. */
    void settle(MessageId message, EntryKind closed) {
        jdbc.sql("update interaction.ask set state = ?, holder = null, sent_at = null, push_due_at = null"
                        + " where message = ? and state in ('WAITING', 'CALLING')")
                .params(closed.name(), message.value())
                .update();
    }

    /** @param version which its end must find */
    record Dropped(MessageId message, long version) {}

    /** @param held whether it is answered from the agency's state at the hub */
    private record Destination(AgencyCode agency, boolean held) {}

    private record Row(String client, long version, int attempt, String state) {}
}
