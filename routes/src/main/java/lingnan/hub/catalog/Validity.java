package lingnan.hub.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A span of days, the last one included; open if it has no last one. */
record Validity(LocalDate from, @Nullable LocalDate to) {

    static Validity read(Entries entries) {
        LocalDate from = entries.required("validFrom", Form.DATE);
        LocalDate to = entries.optional("validTo", Form.DATE).orElse(null);
        if (to != null && to.isBefore(from)) {
            entries.finding("validTo", "validTo lies before validFrom.", "Put the two dates in order.");
        }
        return new Validity(from, to);
    }

    boolean overlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    private boolean startsBeforeEndOf(Validity other) {
        return other.to == null || !from.isAfter(other.to);
    }
}
