package lingnan.city.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lingnan.city.bench.BenchRun.Results;

/** Says what was measured: for people as tables, for machines as one object. */
final class Report {

    private final Results results;
    private final List<Budget> budgets;

    Report(Results results) {
        this.results = results;
        List<Budget> all = new ArrayList<>(Budget.of(results.closed()));
        results.city().ifPresent(cost -> all.addAll(cost.budgets()));
        this.budgets = List.copyOf(all);
    }

    Results results() {
        return results;
    }

    List<Budget> budgets() {
        return budgets;
    }

    void print(PrintStream out, BenchOptions options) {
        Way whole = results.closed().get(0).way();
        out.println();
        out.printf(
                Locale.ROOT,
                "The same question of %s asked each way: %,d bytes, its answer %,d.%n"
                        + "Median of %d rounds of %d s, in parentheses the lowest and the highest. \"hub\" is what stands "
                        + "between caller and provider.%n",
                whole.target().sample().subject(),
                whole.target().sample().question().length,
                whole.target().sample().canned().length,
                options.rounds(),
                options.slice().toSeconds());
        for (int callers : options.callers()) {
            table(out, callers + (callers == 1 ? " caller" : " callers at once"), with(callers));
        }
        int rate = results.unhurried().get(0).rate();
        table(out, rate + " requests a second, half of what the slowest way carries", results.unhurried());
        if (!results.translations().isEmpty()) {
            translations(out);
        }
        results.city().ifPresent(cost -> cost.print(out));
        budgets(out);
    }

    private List<Figure> with(int callers) {
        return results.closed().stream()
                .filter(figure -> figure.callers() == callers)
                .toList();
    }

    private static void table(PrintStream out, String title, List<Figure> figures) {
        out.println();
        out.printf(
                "%s%n%-31s%24s%19s%19s%21s%21s%n",
                title, "", "requests/s", "p50 ms", "p99 ms", "CPU ms/message: hub", "database");
        for (Figure figure : figures) {
            out.printf(
                    "%-31s%24s%19s%19s%21s%21s%n",
                    figure.way().label(),
                    cell(figure.of(Slice::perSecond), "%,.0f"),
                    cell(figure.of(Slice::p50), "%.2f"),
                    cell(figure.of(Slice::p99), "%.2f"),
                    cpu(figure.of(Slice::middleCpu)),
                    cpu(figure.of(Slice::databaseCpu)));
        }
    }

    private static String cpu(Spread spread) {
        return spread.highest() == 0 ? "–" : cell(spread, "%.3f");
    }

    private static String cell(Spread spread, String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                spread.median(),
                spread.lowest(),
                spread.highest());
    }

    /** The canonical question needs no translation, so what another costs more is what its dialect and mapping cost. */
    private void translations(PrintStream out) {
        ToDoubleFunction<Slice> cpu = Slice::middleCpu;
        Figure canonical = results.translations().get(0);
        out.println();
        out.printf(
                "%-34s%24s%21s%21s%n",
                "Translation, without the log", "requests/s", "CPU ms/message: hub", "more than canonical");
        for (Figure figure : results.translations()) {
            out.printf(
                    "%-34s%24s%21s%21s%n",
                    figure.way().label() + " (" + figure.way().target().sample().subject() + ")",
                    cell(figure.of(Slice::perSecond), "%,.0f"),
                    cell(figure.of(cpu), "%.3f"),
                    String.format(Locale.ROOT, "%+.3f", figure.median(cpu) - canonical.median(cpu)));
        }
    }

    private void budgets(PrintStream out) {
        out.println();
        out.println("The design's budgets (16 callers, or the nearest number measured)");
        for (Budget budget : budgets) {
            out.printf(
                    Locale.ROOT,
                    "  %-8s %-56s %.2f %s, at most %.2f%n",
                    budget.isMet() ? "met" : "not met",
                    budget.what(),
                    budget.measured(),
                    budget.unit(),
                    budget.atMost());
        }
    }

    Map<String, Object> asJson(BenchOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("java", Runtime.version().toString());
        json.put("rounds", options.rounds());
        json.put("seconds", options.slice().toSeconds());
        json.put("closed", results.closed().stream().map(Figure::asJson).toList());
        json.put("fixed_rate", results.unhurried().stream().map(Figure::asJson).toList());
        json.put(
                "translation",
                results.translations().stream().map(Figure::asJson).toList());
        results.city().ifPresent(cost -> json.put("city", cost.asJson()));
        json.put("budgets", budgets.stream().map(Budget::asJson).toList());
        return json;
    }
}
