package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Programme;
import lingnan.hub.kernel.AgencyCode;

/**
 * One programme on the circle of all agencies, small: its members, and a line where one may ask another for a subject of
 * the programme.
 */
record Glimpse(int hue, List<Dot> dots, List<String> lines) {

    private static final double RADIUS = 60;

    record Dot(String x, String y, boolean member) {}

    /** Lines of one programme, one for each two agencies. */
    static Glimpse of(CityDay day, List<FieldOfWork> fields, Programme programme, List<Grant> within) {
        Circle circle = new Circle(fields, RADIUS);
        Map<AgencyCode, TreeSet<AgencyCode>> pairs = new HashMap<>();
        for (Grant grant : within) {
            day.subject(grant.subject()).map(day::provider).ifPresent(provider -> pairs.computeIfAbsent(
                            provider, unused -> new TreeSet<>())
                    .add(grant.consumer()));
        }
        List<String> lines = new ArrayList<>();
        pairs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(pair -> pair.getValue().forEach(consumer -> lines.add(circle.line(pair.getKey(), consumer))));
        List<Dot> dots = fields.stream()
                .flatMap(field -> field.agencies().stream())
                .map(agency -> new Dot(
                        Circle.round(circle.x(agency)),
                        Circle.round(circle.y(agency)),
                        programme.members().contains(agency)))
                .toList();
        return new Glimpse(FieldOfWork.hue(day, programme), dots, lines);
    }
}
