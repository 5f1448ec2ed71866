package lingnan.hub.grants;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequest.State;
import lingnan.hub.grants.GrantStore.Ring;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.Rounds;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;

/**
 * Writes down when a clock of a request ends soon or is over, and when a grant has reached its last day. Every hub looks;
 * whoever comes first writes, and each is written once. A hub that was away writes what counts now: not that a day that is
 * past was near.
 */
final class GrantWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Supplier<Snapshot> city;
    private final BusinessClock clock;
    private final Rounds rounds = new Rounds("grant-watch", PAUSE, this::sweep);

    GrantWatch(Ledger ledger, Supplier<Snapshot> city, BusinessClock clock) {
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
     * Tells all that there is to tell on the business day; a row that cannot be told of keeps no other from it.
     *
     * @throws HubFault LOG_UNAVAILABLE if the database is out of reach, for all rows alike
     */
    void sweep() {
        LocalDate today = clock.today();
        rounds.each(ledger.read(store -> store.rings(today)), ring -> ledger.tell(store -> tell(store, ring)));
    }

    private boolean tell(GrantStore store, Ring ring) {
        Optional<GrantRequest> found = store.find(ring.id());
        if (found.isEmpty()) {
            return false;
        }
        long version = store.version(found.get());
        GrantRequest request = store.find(ring.id()).orElseThrow();
        return request.revoked() == null
                && store.tell(ring)
                && ledger.append(request.message().toString(), version, entry(request, ring));
    }

    private Entry entry(GrantRequest request, Ring ring) {
        GrantEntries entries = new GrantEntries(city.get(), clock);
        if (ring.tell() == GrantStore.EXPIRED) {
            return entries.rung(EntryKind.GRANT_EXPIRED, request, request.grantId() + " reached its last day");
        }
        boolean isOver = ring.tell() == GrantStore.OVERDUE;
        return entries.rung(
                isOver ? EntryKind.GRANT_OVERDUE : EntryKind.GRANT_DUE,
                request,
                clock(request) + (isOver ? "" : " soon"));
    }

    private static String clock(GrantRequest request) {
        GrantRequest.Sharing sharing = request.sharing();
        return request.state() == State.REQUESTED || sharing == null
                ? "the answer was due " + request.answerBy().due()
                : "the sharing was due " + sharing.by().due();
    }
}
