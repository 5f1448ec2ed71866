package lingnan.hub.access;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubsystemId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps the known passwords up with other hubs, and provides for agencies that join while the hub runs. */
final class PasswordRefresh implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordRefresh.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Catalog catalog;
    private final Passwords passwords;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PasswordRefresh::thread);

    PasswordRefresh(Catalog catalog, Passwords passwords) {
        this.catalog = catalog;
        this.passwords = passwords;
    }

    void start() {
        passwords.provide(subsystems(catalog.current()));
        timer.scheduleWithFixedDelay(this::refresh, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Of bodies that have gone over into others nobody asks any more. */
    static List<SubsystemId> subsystems(Snapshot city) {
        return city.agencies().stream()
                .filter(agency -> agency.lineage().successors().isEmpty())
                .flatMap(agency -> agency.subsystems().stream()
                        .map(subsystem -> new SubsystemId(city.instance(), "GOV", agency.code(), subsystem)))
                .toList();
    }

    /** What fails now is tried again; the hashes that are known stay in use. */
    private void refresh() {
        try {
            passwords.provide(subsystems(catalog.current()));
        } catch (DataAccessException | TransactionException | UncheckedIOException | HubFault unavailable) {
            LOG.debug("The passwords could not be read again; the known ones stay", unavailable);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "password-refresh");
        thread.setDaemon(true);
        return thread;
    }
}
