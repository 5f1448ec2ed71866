package lingnan.hub.console.city;

import java.time.LocalDate;
import java.util.Locale;
import lingnan.hub.catalog.Grant;
import lingnan.hub.grants.GrantsInForce;
import org.jspecify.annotations.Nullable;

/** Where a grant stands on a day, in the order in which a reader wants them. */
enum GrantState {
    IN_FORCE,
    NOT_YET,
    EXPIRED,
    REVOKED;

    /** @param revoked how it was revoked, or null */
    static GrantState of(Grant grant, GrantsInForce.@Nullable Revoked revoked, LocalDate day) {
        if (revoked != null && revoked.countsOn(day)) {
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
