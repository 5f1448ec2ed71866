package lingnan.city.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same thing measured in several rounds. */
record Spread(double lowest, double median, double highest) {

    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    Map<String, Double> asJson() {
        return new TreeMap<>(Map.of("min", rounded(lowest), "median", rounded(median), "max", rounded(highest)));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
