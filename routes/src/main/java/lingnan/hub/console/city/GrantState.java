package lingnan.hub.console.city;

import java.time.LocalDate;
import java.util.Locale;
import lingnan.hub.catalog.Grant;
import org.jspecify.annotations.Nullable;

/** Where a grant stands on a day, in the order in which a reader wants them. */
enum GrantState {
    IN_FORCE,
    NOT_YET,
    EXPIRED,
    REVOKED;

    /** @param revoked the day on which it was revoked, or null; a revocation counts at once */
    static GrantState of(Grant grant, @Nullable LocalDate revoked, LocalDate day) {
        if (revoked != null && !day.isBefore(revoked)) {
            return REVOKED;
        }
        if (grant.startsAfter(day)) {
            return NOT_YET;
        }
        return grant.endedBefore(day) ? EXPIRED : IN_FORCE;
    }

    /** The badge's colour. */
    public String style() {
        return switch (this) {
            case IN_FORCE -> "good";
            case NOT_YET -> "waiting";
            case EXPIRED -> "";
            case REVOKED -> "failed";
        };
    }

    public String word() {
        return "grant." + name().toLowerCase(Locale.ROOT);
    }
}
