package lingnan.hub.access;

import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Check;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;

/** The shipped city, which does not change. */
record Shipped() implements Catalog {

    @Override
    public Snapshot current() {
        return ShippedCity.snapshot();
    }

    @Override
    public Check reload() {
        throw new UnsupportedOperationException("The shipped city does not change");
    }
}
