package lingnan.hub.catalog;

/** Holds the snapshot that serves now. A reload replaces it whole; a bad reload changes nothing. */
public interface Catalog {

    Snapshot current();

    /** Reads a city without a running hub, for {@code hub check}. */
    static Check check(CitySettings settings) {
        return CityReader.read(settings).check();
    }

    /** Reads the city again. Goes live only if there is no finding. */
    Check reload();
}
