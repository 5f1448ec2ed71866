package lingnan.hub.catalog;

/** Holds the snapshot that serves now. A reload replaces it whole; a bad reload changes nothing. */
public interface Catalog {

    Snapshot current();

    /** Reads the city again. Goes live only if there is no finding of severity ERROR. */
    Check reload();
}
