package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.kernel.AgencyCode;

/** Which body followed which: what each file says of the others must hold together, and lead forward in time. */
final class Lineages {

    private record Stated(Entries entries, Agency agency) {}

    private final Map<AgencyCode, List<Stated>> periods = new LinkedHashMap<>();
    private final Set<AgencyCode> circling = new HashSet<>();

    void add(Entries entries, Agency agency) {
        periods.computeIfAbsent(agency.code(), unused -> new ArrayList<>()).add(new Stated(entries, agency));
    }

    /** @param known all codes, also of files that could not be read: those have their findings already */
    void check(Set<AgencyCode> known) {
        checkCircles();
        periods.values()
                .forEach(all -> all.forEach(stated -> {
                    checkKnown(stated, "predecessors", stated.agency().lineage().predecessors(), known);
                    checkKnown(stated, "successors", stated.agency().lineage().successors(), known);
                    checkAnswered(stated);
                }));
    }

    private static void checkKnown(Stated stated, String key, List<AgencyCode> codes, Set<AgencyCode> known) {
        codes.stream().filter(code -> !known.contains(code)).forEach(code -> stated.entries()
                .finding(key, "No agency is named " + code + ".", "Add agencies/" + code + ".yaml."));
    }

    /** A successor names its predecessor, the other way round too, and begins when that one has ended. */
    private void checkAnswered(Stated stated) {
        Agency agency = stated.agency();
        if (circling.contains(agency.code())) {
            return;
        }
        for (AgencyCode code : agency.lineage().successors()) {
            if (periods.containsKey(code) && periods.get(code).stream().noneMatch(next -> follows(agency, next))) {
                stated.entries()
                        .finding(
                                "successors",
                                code + " does not name " + agency.code() + " as a predecessor from the next day on.",
                                "Add it there, with validFrom the day after this body's validTo.");
            }
        }
        for (AgencyCode code : agency.lineage().predecessors()) {
            if (periods.containsKey(code)
                    && periods.get(code).stream()
                            .noneMatch(
                                    old -> old.agency().lineage().successors().contains(agency.code()))) {
                stated.entries()
                        .finding(
                                "predecessors",
                                code + " does not name " + agency.code() + " as a successor.",
                                "Add it to the successors of " + code + ".");
            }
        }
    }

    private static boolean follows(Agency agency, Stated next) {
        return next.agency().lineage().predecessors().contains(agency.code())
                && agency.validTo() != null
                && next.agency().validFrom().equals(agency.validTo().plusDays(1));
    }

    private void checkCircles() {
        Set<AgencyCode> settled = new HashSet<>();
        periods.forEach((code, stated) -> walk(code, stated, new ArrayList<>(), settled));
    }

    private void walk(AgencyCode code, List<Stated> stated, List<AgencyCode> way, Set<AgencyCode> settled) {
        int seen = way.indexOf(code);
        if (seen >= 0) {
            circling.addAll(way.subList(seen, way.size()));
            String circle = way.subList(seen, way.size()).stream()
                    .map(AgencyCode::value)
                    .collect(Collectors.joining(" to "));
            stated.get(0)
                    .entries()
                    .finding(
                            "successors",
                            "The successors run in a circle: " + circle + " to " + code + ".",
                            "Remove the successor that came before.");
        } else if (!settled.contains(code)) {
            way.add(code);
            stated.stream()
                    .flatMap(period -> period.agency().lineage().successors().stream())
                    .forEach(next -> walk(next, periods.getOrDefault(next, List.of()), way, settled));
            way.remove(code);
            settled.add(code);
        }
    }
}
