package lingnan.city.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures everything that is asked for, round after round through all ways. */
final class BenchRun {

    private static final int USUAL_CALLERS = 16;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(1);
    private static final int USUAL_RATE = 1000;

    private final BenchOptions options;
    private final Yard yard;
    private final PrintStream progress;

    BenchRun(BenchOptions options, Yard yard, PrintStream progress) {
        this.options = options;
        this.yard = yard;
        this.progress = progress;
    }

    /**
     * All that was measured.
     *
     * @param unhurried at a fixed rate below what the whole hub can do
     * @param translations one for each dialect
     * @param city what more subjects cost, if that was measured
     */
    record Results(List<Figure> closed, List<Figure> unhurried, List<Figure> translations, Optional<CityCost> city) {

        Results with(CityCost cost) {
            return new Results(closed, unhurried, translations, Optional.of(cost));
        }
    }

    Results measure() throws IOException {
        warmUp(yard.ways());
        List<Figure> closed = new ArrayList<>();
        for (int callers : options.callers()) {
            progress.println(callers + " at once, " + options.rounds() + " rounds of "
                    + options.slice().toSeconds() + " s for each way …");
            closed.addAll(rounds(yard.ways(), callers, 0));
        }
        int rate = restful(closed);
        progress.println(rate + " requests a second …");
        List<Figure> unhurried = rounds(yard.ways(), USUAL_CALLERS, rate);
        return new Results(closed, unhurried, translations(), Optional.empty());
    }

    private List<Figure> translations() throws IOException {
        if (!options.dialects()) {
            return List.of();
        }
        progress.println("the old dialects …");
        warmUp(yard.translations());
        return rounds(yard.translations(), USUAL_CALLERS, 0);
    }

    /** Until it has had its messages, or a minute is over: a figure of code that is still being compiled says nothing. */
    private void warmUp(List<Way> ways) throws IOException {
        for (Way way : ways) {
            progress.println("warming up: " + way.label() + " …");
            Load load = Load.closed(way.target(), way.check(), USUAL_CALLERS);
            long started = System.nanoTime();
            long had = 0;
            while (had < options.warmUp() && System.nanoTime() - started < LONGEST_WARM_UP.toNanos()) {
                had += Slice.measure(way, load, yard, Duration.ofSeconds(1)).answered();
            }
        }
    }

    private List<Figure> rounds(List<Way> ways, int callers, int rate) {
        List<Figure> figures = ways.stream()
                .map(way -> new Figure(way, callers, rate, new ArrayList<>()))
                .toList();
        for (int round = 0; round < options.rounds(); round++) {
            for (Figure figure : figures) {
                Way way = figure.way();
                Load load = new Load(way.target(), way.check(), callers, rate);
                figure.slices().add(Slice.measure(way, load, yard, options.slice()));
            }
        }
        return figures;
    }

    /** Half of what the slowest way carries, in hundreds: far enough from its limit that nothing queues. */
    private static int restful(List<Figure> closed) {
        double slowest = closed.stream()
                .filter(figure -> figure.callers() > 1 || closed.stream().allMatch(each -> each.callers() == 1))
                .mapToDouble(figure -> figure.median(Slice::perSecond))
                .min()
                .orElseThrow();
        return Math.max(50, (int) (slowest / 2) / 50 * 50);
    }

    static Duration roughly(BenchOptions options) {
        int ways = 5;
        int translations = options.dialects() ? Sample.values().length : 0;
        long slices = (long) options.rounds() * (ways * (options.callers().size() + 1) + translations);
        long starts = options.city() ? 2L * (options.rounds() + 1) : 0;
        return options.slice()
                .multipliedBy(slices)
                .plusSeconds(20 * starts)
                .plusSeconds((long) options.warmUp() * (2 + translations) / USUAL_RATE)
                .plusSeconds(30);
    }
}
