package lingnan.city.faults;

import java.time.Duration;
import java.util.List;

/** Least, middle and most of some durations. */
record Spread(Duration min, Duration median, Duration max) {

    static Spread of(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Spread(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    @Override
    public String toString() {
        return "min " + min.toMillis() + " ms, median " + median.toMillis() + " ms, max " + max.toMillis() + " ms";
    }
}
