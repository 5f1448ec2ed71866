package lingnan.hub.console.city;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/**
 * Who shares what with whom: of each provider and consumer, the subjects on which grants are in force.
 *
 * @param agencies those that stand, in the order of their codes
 * @param provided how many subjects each provides, granted to somebody or not
 * @param granted provider, then consumer, then the subjects
 */
record Sharing(
        List<AgencyCode> agencies,
        Map<AgencyCode, Integer> provided,
        Map<AgencyCode, Map<AgencyCode, Set<SubjectCode>>> granted) {

    static Sharing of(CityDay day) {
        Map<AgencyCode, Integer> provided = new TreeMap<>();
        for (Subject subject : day.subjects()) {
            provided.merge(day.provider(subject), 1, Integer::sum);
        }
        Map<AgencyCode, Map<AgencyCode, Set<SubjectCode>>> granted = new TreeMap<>();
        for (Grant grant : day.inForce()) {
            day.subject(grant.subject())
                    .ifPresent(subject -> granted.computeIfAbsent(day.provider(subject), unused -> new TreeMap<>())
                            .computeIfAbsent(grant.consumer(), unused -> new TreeSet<>())
                            .add(subject.code()));
        }
        List<AgencyCode> agencies =
                day.agencies().stream().map(agency -> agency.code()).sorted().toList();
        return new Sharing(agencies, provided, granted);
    }

    Set<SubjectCode> granted(AgencyCode provider, AgencyCode consumer) {
        return granted.getOrDefault(provider, Map.of()).getOrDefault(consumer, Set.of());
    }

    /** How many subjects one gives the other. */
    int count(AgencyCode provider, AgencyCode consumer) {
        return granted(provider, consumer).size();
    }

    int provided(AgencyCode provider) {
        return provided.getOrDefault(provider, 0);
    }

    /** Rights given by it: each subject counts once for each agency that may ask for it. */
    int given(AgencyCode provider) {
        return granted.getOrDefault(provider, Map.of()).values().stream()
                .mapToInt(Set::size)
                .sum();
    }

    /** The subjects that it may ask others for. */
    int takenBy(AgencyCode consumer) {
        return granted.values().stream()
                .mapToInt(
                        consumers -> consumers.getOrDefault(consumer, Set.of()).size())
                .sum();
    }

    /** Subjects that pass between the two, in either direction. */
    int between(AgencyCode one, AgencyCode two) {
        return count(one, two) + count(two, one);
    }

    /** How many pairs of a provider and a consumer share anything. */
    int pairs() {
        return granted.values().stream().mapToInt(Map::size).sum();
    }
}
