package lingnan.hub.console.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.kernel.AgencyCode;

/**
 * A circle on which each agency has its place, field beside field, clockwise from the top; and the lines between them.
 * Lengths are in the picture's own units, with the centre at 0, 0.
 */
final class Circle {

    /** Between two fields there is room for so many agencies. */
    private static final double GAP = 0.7;

    /** How far a line swings towards the centre: 0 to the very centre, 1 not at all. */
    private static final double SWING = 0.18;

    private final double radius;
    private final Map<AgencyCode, Double> angles = new HashMap<>();
    private final double step;

    Circle(List<FieldOfWork> fields, double radius) {
        this.radius = radius;
        int agencies =
                fields.stream().mapToInt(field -> field.agencies().size()).sum();
        this.step = 360 / Math.max(1, agencies + fields.size() * GAP);
        double angle = (GAP + 1) / 2 * step;
        for (FieldOfWork field : fields) {
            for (AgencyCode agency : field.agencies()) {
                angles.put(agency, angle);
                angle += step;
            }
            angle += GAP * step;
        }
    }

    /** Degrees clockwise from the top. */
    double angle(AgencyCode agency) {
        return angles.getOrDefault(agency, 0.0);
    }

    boolean isOnTheLeft(AgencyCode agency) {
        return angle(agency) > 180;
    }

    double x(AgencyCode agency) {
        return x(angle(agency), radius);
    }

    double y(AgencyCode agency) {
        return y(angle(agency), radius);
    }

    /** A line from one to the other that swings through the middle, the more the farther apart they are. */
    String line(AgencyCode from, AgencyCode to) {
        double apart = Math.abs(angle(from) - angle(to));
        double near = 1 - Math.min(apart, 360 - apart) / 180;
        double inner = radius * (SWING + (0.72 - SWING) * near * near);
        return "M" + point(angle(from), radius) + "C" + point(angle(from), inner) + " " + point(angle(to), inner) + " "
                + point(angle(to), radius);
    }

    /** The arc from the first agency of a field to its last. */
    String band(FieldOfWork field, double at) {
        double from = angle(field.agencies().get(0));
        double to = angle(field.agencies().get(field.agencies().size() - 1));
        return "M" + point(from, at) + "A" + round(at) + " " + round(at) + " 0 " + (to - from > 180 ? 1 : 0) + " 1 "
                + point(to, at);
    }

    /** Puts a text of that agency outwards along its ray; on the left it is turned, so that nobody reads upside down. */
    String ray(AgencyCode agency, double at) {
        String turned = isOnTheLeft(agency) ? " rotate(180)" : "";
        return "rotate(" + round(angle(agency) - 90) + ") translate(" + round(at) + " 0)" + turned;
    }

    private static String point(double angle, double radius) {
        return round(x(angle, radius)) + " " + round(y(angle, radius));
    }

    private static double x(double angle, double radius) {
        return radius * Math.sin(Math.toRadians(angle));
    }

    private static double y(double angle, double radius) {
        return -radius * Math.cos(Math.toRadians(angle));
    }

    /** To a tenth: no screen shows less, and a picture of hundreds of lines is sent a third shorter. */
    static String round(double length) {
        double tenths = Math.round(length * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }
}
