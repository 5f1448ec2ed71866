package lingnan.hub.catalog;

import java.util.Optional;

/** Holds the snapshot that serves now. A reload replaces it whole; a bad reload changes nothing. */
public interface Catalog {

    Snapshot current();

    /** Reads a city without a running hub, for {@code hub check}. */
    static Check check(CitySettings settings) {
        return CityReader.read(settings).check();
    }

    /** Reads a city without a running hub; empty if it is not sound. */
    static Optional<Snapshot> read(CitySettings settings) {
        return CityReader.read(settings).snapshot().map(Snapshot.class::cast);
    }

    /** Reads the city again. Goes live only if there is no finding. */
    Check reload();
}
