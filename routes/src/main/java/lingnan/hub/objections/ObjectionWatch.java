package lingnan.hub.objections;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.EntryKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when an answer is due soon or overdue. Every hub looks; whoever comes first writes, and each is written
 * once.
 */
final class ObjectionWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectionWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int DUE = 1;
    private static final int OVERDUE = 2;

    private final ObjectionLedger ledger;
    private final Supplier<Snapshot> city;
    private final BusinessClock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ObjectionWatch::thread);

    ObjectionWatch(ObjectionLedger ledger, Supplier<Snapshot> city, BusinessClock clock) {
        this.ledger = ledger;
        this.city = city;
        this.clock = clock;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            sweep();
        } catch (HubFault away) {
            LOG.debug("The clocks of objections could not be read; they are tried again", away);
        }
    }

    /** Tells all that there is to tell on the business day. */
    void sweep() {
        LocalDate today = clock.today();
        for (String id : ledger.read(store -> store.rings(today))) {
            ledger.change(store -> tell(store, id, today));
        }
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

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "objection-watch");
        thread.setDaemon(true);
        return thread;
    }
}
