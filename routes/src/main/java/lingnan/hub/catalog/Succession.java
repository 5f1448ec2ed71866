package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lingnan.hub.kernel.AgencyCode;

/** Follows the lineage of bodies that have ended to those that stand. */
final class Succession {

    private Succession() {}

    static SortedSet<AgencyCode> of(Snapshot city, AgencyCode code, LocalDate day) {
        SortedSet<AgencyCode> standing = new TreeSet<>();
        Set<AgencyCode> seen = new HashSet<>();
        Deque<AgencyCode> ahead = new ArrayDeque<>(List.of(code));
        while (!ahead.isEmpty()) {
            AgencyCode next = ahead.remove();
            if (city.agency(next, day).isPresent()) {
                standing.add(next);
            } else if (seen.add(next)) {
                city.agency(next)
                        .ifPresent(ended -> ahead.addAll(ended.lineage().successors()));
            }
        }
        return standing.isEmpty() ? new TreeSet<>(Set.of(code)) : standing;
    }
}
