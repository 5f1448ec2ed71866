package lingnan.hub.catalog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A catalogue over a city's folder. It looks every two seconds whether a file has changed, and then reads the city again;
 * a city with findings is reported once and changes nothing.
 */
final class FileCatalog implements Catalog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileCatalog.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final CitySettings settings;
    private final Consumer<CityChanged> changes;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(FileCatalog::thread);
    private volatile Snapshot snapshot;
    /** As last read. */
    private FolderState state;

    /** As it serves. */
    private FolderState live;

    /**
     * @param changes is told of each snapshot that replaces another
     * @throws IllegalStateException if the city is not sound; its message lists every finding
     */
    FileCatalog(CitySettings settings, Consumer<CityChanged> changes) {
        this.settings = settings;
        this.changes = changes;
        this.state = FolderState.of(settings.city());
        this.live = state;
        CityReader.Reading reading = CityReader.read(settings);
        this.snapshot = reading.snapshot()
                .orElseThrow(() -> new IllegalStateException(
                        "The city in " + settings.city() + " is not sound:\n" + listed(reading.check())));
    }

    void watch() {
        watch.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Snapshot current() {
        return snapshot;
    }

    @Override
    public synchronized Check reload() {
        FolderState found = FolderState.of(settings.city());
        CityReader.Reading reading = CityReader.read(settings);
        state = found;
        reading.snapshot().ifPresent(sound -> {
            List<String> changed = live.differences(found);
            live = found;
            snapshot = sound;
            tell(new CityChanged(sound, changed));
        });
        return reading.check();
    }

    /** Reads the city again if a file has changed since it was last read. */
    synchronized void look() {
        if (FolderState.of(settings.city()).equals(state)) {
            return;
        }
        Check check = reload();
        if (check.isSound()) {
            LOG.info("The city was read again: {} agencies, {} subjects", check.agencies(), check.subjects());
        } else {
            LOG.warn("The city has changed and is not sound; the old one serves on:\n{}", listed(check));
        }
    }

    /** The city is live whatever others make of it, and the watch has to go on. */
    private void tell(CityChanged change) {
        try {
            changes.accept(change);
        } catch (RuntimeException failed) {
            LOG.error("The city was read again, but not everything could follow it", failed);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static String listed(Check check) {
        return check.findings().stream().map(Check.Finding::toString).collect(Collectors.joining("\n"));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "city-watch");
        thread.setDaemon(true);
        return thread;
    }
}
