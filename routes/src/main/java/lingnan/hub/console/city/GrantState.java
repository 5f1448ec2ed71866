package lingnan.hub.console.city;

import java.time.LocalDate;
import java.util.Locale;
import lingnan.hub.catalog.Grant;

/** Where a grant stands on a day, in the order in which a reader wants them. */
enum GrantState {
    IN_FORCE,
    NOT_YET,
    EXPIRED;

    static GrantState of(Grant grant, LocalDate day) {
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
        };
    }

    public String word() {
        return "grant." + name().toLowerCase(Locale.ROOT);
    }
}
