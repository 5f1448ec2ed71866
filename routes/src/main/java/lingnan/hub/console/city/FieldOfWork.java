package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.catalog.Programme;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * Agencies that work on the same things, so that a picture shows them side by side. Nobody has to say which: an agency
 * belongs to the programme that it leads, else to the one that takes most of its subjects.
 *
 * @param programme null for those that no programme needs
 * @param hue the colour, from 1 in the order of the programmes' codes; 0 for those of none
 * @param agencies the lead first, then those that give most
 */
record FieldOfWork(@Nullable Programme programme, int hue, List<AgencyCode> agencies) {

    private static final int HUES = 8;

    /** All agencies of the day; fields that share much with each other follow one another. */
    static List<FieldOfWork> of(CityDay day, Sharing sharing) {
        List<Programme> programmes = inOrder(day);
        Map<SubjectCode, AgencyCode> providers = new LinkedHashMap<>();
        day.subjects().forEach(subject -> providers.put(subject.code(), day.provider(subject)));
        Map<Optional<Programme>, List<AgencyCode>> members = new LinkedHashMap<>();
        for (AgencyCode agency : sharing.agencies()) {
            members.computeIfAbsent(home(agency, programmes, providers, sharing), unused -> new ArrayList<>())
                    .add(agency);
        }
        List<FieldOfWork> fields = new ArrayList<>();
        members.forEach((programme, agencies) -> {
            agencies.sort(Comparator.comparing((AgencyCode agency) ->
                            !programme.map(one -> one.lead().equals(agency)).orElse(false))
                    .thenComparing(sharing::given, Comparator.reverseOrder())
                    .thenComparing(Comparator.naturalOrder()));
            int hue = programme.map(one -> hue(day, one)).orElse(0);
            fields.add(new FieldOfWork(programme.orElse(null), hue, List.copyOf(agencies)));
        });
        return chained(fields, sharing);
    }

    private static List<Programme> inOrder(CityDay day) {
        return day.programmes().stream()
                .sorted(Comparator.comparing(Programme::code))
                .toList();
    }

    /** A programme's colour, from 1; there are eight, and the ninth programme has that of the first. */
    static int hue(CityDay day, Programme programme) {
        return inOrder(day).indexOf(programme) % HUES + 1;
    }

    private static Optional<Programme> home(
            AgencyCode agency, List<Programme> programmes, Map<SubjectCode, AgencyCode> providers, Sharing sharing) {
        return programmes.stream()
                .filter(programme -> programme.lead().equals(agency) || gives(agency, programme, providers) > 0)
                .max(Comparator.comparing(
                                (Programme programme) -> programme.lead().equals(agency))
                        .thenComparing(programme -> gives(agency, programme, providers))
                        .thenComparing(programme -> sharing.between(agency, programme.lead()))
                        .thenComparing(Programme::code, Comparator.reverseOrder()));
    }

    private static long gives(AgencyCode agency, Programme programme, Map<SubjectCode, AgencyCode> providers) {
        return programme.subjects().stream()
                .filter(subject -> agency.equals(providers.get(subject)))
                .count();
    }

    /** Begins with the field that gives most and goes on to the closest that is left; those of no programme come last. */
    private static List<FieldOfWork> chained(List<FieldOfWork> fields, Sharing sharing) {
        Set<FieldOfWork> left = new LinkedHashSet<>(fields);
        List<FieldOfWork> chain = new ArrayList<>();
        while (!left.isEmpty()) {
            Comparator<FieldOfWork> next = chain.isEmpty()
                    ? Comparator.comparing(field -> field.given(sharing))
                    : Comparator.comparing(field -> chain.get(chain.size() - 1).closeness(field, sharing));
            FieldOfWork taken = left.stream()
                    .max(Comparator.comparing((FieldOfWork field) -> field.programme() != null)
                            .thenComparing(next)
                            .thenComparing(FieldOfWork::hue, Comparator.reverseOrder()))
                    .orElseThrow();
            left.remove(taken);
            chain.add(taken);
        }
        return chain;
    }

    int given(Sharing sharing) {
        return agencies.stream().mapToInt(sharing::given).sum();
    }

    /** Subjects that pass between an agency here and one there, on average. */
    private double closeness(FieldOfWork other, Sharing sharing) {
        int passing = agencies.stream()
                .mapToInt(one -> other.agencies.stream()
                        .mapToInt(two -> sharing.between(one, two))
                        .sum())
                .sum();
        return (double) passing / (agencies.size() * other.agencies.size());
    }
}
