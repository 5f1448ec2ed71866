package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lingnan.hub.kernel.AgencyCode;

/**
 * The circle of agencies with a line for each two that share anything, as a template draws it.
 *
 * @param frame what of the plane is to be seen: the circle with all names round it
 * @param bands one for each field of work
 * @param lines the thin ones first, so that the thick ones lie above
 */
record Picture(Frame frame, List<Band> bands, List<Node> nodes, List<Line> lines) {

    private static final double RADIUS = 285;

    /** What an English name can spare beside its code: it is long, and the whole of it stands in the caption. */
    private static final Pattern SPARED = Pattern.compile(
            "^(Bureau|Office|Administration|Commission) (of|for) (the )?| (Bureau|Commission|Administration|Authority)$");

    private static final int LONGEST = 27;

    /** Where names begin, and how wide they are: of a letter of a code, of a Latin and of a Chinese one. */
    private static final double NAMES = RADIUS + 18;

    private static final double CODE = 6.8;
    private static final double LATIN = 7.6;
    private static final double CHINESE = 14;
    private static final double MARGIN = 8;

    /** A part of the plane, as SVG's viewBox says it, and the way to its upper left corner. */
    record Frame(String viewBox, String corner) {}

    record Band(String path, int hue) {}

    /** One agency. @param gives the lines that go out from it @param takes those that come in */
    record Node(
            CityDay.Named agency,
            String label,
            int hue,
            String x,
            String y,
            String size,
            String ray,
            boolean left,
            String givesSaid,
            String takesSaid,
            List<Integer> gives,
            List<Integer> takes) {}

    /** @param hue that of the giving agency */
    record Line(int number, String path, String width, int hue, int count) {}

    /** A line before it is drawn. */
    private record Tie(AgencyCode from, AgencyCode to, int count) {}

    /** All that is in force. */
    static Picture of(CityDay day, Sharing sharing, List<FieldOfWork> fields) {
        Circle circle = new Circle(fields, RADIUS);
        Map<AgencyCode, Integer> hues = new HashMap<>();
        fields.forEach(field -> field.agencies().forEach(agency -> hues.put(agency, field.hue())));
        List<Tie> ties = ties(sharing);
        List<Line> lines = new ArrayList<>();
        Map<AgencyCode, List<Integer>> gives = new HashMap<>();
        Map<AgencyCode, List<Integer>> takes = new HashMap<>();
        for (Tie tie : ties) {
            int number = lines.size();
            gives.computeIfAbsent(tie.from(), unused -> new ArrayList<>()).add(number);
            takes.computeIfAbsent(tie.to(), unused -> new ArrayList<>()).add(number);
            String width = Circle.round(0.5 + 0.5 * tie.count());
            lines.add(new Line(
                    number, circle.line(tie.from(), tie.to()), width, hues.getOrDefault(tie.from(), 0), tie.count()));
        }
        List<Node> nodes = new ArrayList<>();
        for (FieldOfWork field : fields) {
            for (AgencyCode agency : field.agencies()) {
                List<Integer> out = gives.getOrDefault(agency, List.of());
                List<Integer> in = takes.getOrDefault(agency, List.of());
                nodes.add(node(day, sharing, circle, agency, field.hue(), out, in));
            }
        }
        List<Band> bands = fields.stream()
                .map(field -> new Band(circle.band(field, RADIUS), field.hue()))
                .toList();
        return new Picture(frame(circle, fields, nodes), bands, nodes, lines);
    }

    private static Frame frame(Circle circle, List<FieldOfWork> fields, List<Node> nodes) {
        double left = -RADIUS;
        double right = RADIUS;
        double top = -RADIUS;
        double bottom = RADIUS;
        List<AgencyCode> agencies =
                fields.stream().flatMap(field -> field.agencies().stream()).toList();
        for (int i = 0; i < agencies.size(); i++) {
            double end = (NAMES + width(nodes.get(i))) / RADIUS;
            double x = circle.x(agencies.get(i)) * end;
            double y = circle.y(agencies.get(i)) * end;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        String corner = Circle.round(left - MARGIN) + " " + Circle.round(top - MARGIN);
        String size = Circle.round(right - left + 2 * MARGIN) + " " + Circle.round(bottom - top + 2 * MARGIN);
        return new Frame(corner + " " + size, "translate(" + corner + ")");
    }

    private static double width(Node node) {
        return node.agency().code().length() * CODE
                + MARGIN
                + node.label()
                        .codePoints()
                        .mapToDouble(letter -> letter < 0x2E80 ? LATIN : CHINESE)
                        .sum();
    }

    private static List<Tie> ties(Sharing sharing) {
        List<Tie> ties = new ArrayList<>();
        for (AgencyCode from : sharing.agencies()) {
            for (AgencyCode to : sharing.agencies()) {
                int subjects = sharing.count(from, to);
                if (subjects > 0) {
                    ties.add(new Tie(from, to, subjects));
                }
            }
        }
        ties.sort(Comparator.comparing(Tie::count));
        return ties;
    }

    private static Node node(
            CityDay day,
            Sharing sharing,
            Circle circle,
            AgencyCode agency,
            int hue,
            List<Integer> gives,
            List<Integer> takes) {
        CityDay.Named named = day.named(agency);
        return new Node(
                named,
                label(day, named),
                hue,
                Circle.round(circle.x(agency)),
                Circle.round(circle.y(agency)),
                Circle.round(2.5 + Math.sqrt(sharing.given(agency))),
                circle.ray(agency, NAMES),
                circle.isOnTheLeft(agency),
                day.words().say("sharing.gives", sharing.given(agency), gives.size()),
                day.words().say("sharing.takes", sharing.takenBy(agency), takes.size()),
                gives,
                takes);
    }

    /** What stands beside an agency's code where room is scarce. */
    static String label(CityDay day, CityDay.Named agency) {
        return day.words().english() ? brief(agency.name()) : agency.name();
    }

    static String brief(String name) {
        String brief = SPARED.matcher(name).replaceAll("");
        if (brief.length() <= LONGEST) {
            return brief;
        }
        int end = brief.lastIndexOf(' ', LONGEST - 1);
        return brief.substring(0, end < 0 ? LONGEST - 1 : end).replaceAll("[,(]?( and)?$", "") + "…";
    }
}
