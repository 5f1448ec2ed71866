package lingnan.hub.objections;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.Rounds;
import lingnan.hub.messagelog.EntryKind;

/**
 * Writes down when an answer is due soon or overdue. Every hub looks; whoever comes first writes, and each is written
 * once.
 */
final class ObjectionWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int DUE = 1;
    private static final int OVERDUE = 2;

    private final ObjectionLedger ledger;
    private final Supplier<Snapshot> city;
    private final BusinessClock clock;
    private final Rounds rounds = new Rounds("objection-watch", PAUSE, this::sweep);

    ObjectionWatch(ObjectionLedger ledger, Supplier<Snapshot> city, BusinessClock clock) {
        this.ledger = ledger;
        this.city = city;
        this.clock = clock;
    }

    void start() {
        rounds.start(Duration.ZERO);
    }

    @Override
    public void close() {
        rounds.close();
    }

    /**
     * Tells all that there is to tell on the business day; an objection that cannot be told of keeps no other from it.
     *
     * @throws HubFault LOG_UNAVAILABLE if the database is out of reach, for all alike
     */
    void sweep() {
        LocalDate today = clock.today();
        rounds.each(ledger.read(store -> store.rings(today)), id -> ledger.change(store -> tell(store, id, today)));
    }

    private boolean tell(ObjectionStore store, String id, LocalDate today) {
        Optional<Objection> objection = store.hold(id);
        if (objection.isEmpty()) {
            return false;
        }
        boolean isOver = objection.get().isOverdueOn(today);
        if (!store.tell(id, isOver ? OVERDUE : DUE)) {
            return false;
        }
        EntryKind kind = isOver ? EntryKind.OBJECTION_OVERDUE : EntryKind.OBJECTION_DUE;
        ledger.append(objection.get(), new ObjectionEntries(city.get(), clock).rung(kind, objection.get()));
        return true;
    }
}
