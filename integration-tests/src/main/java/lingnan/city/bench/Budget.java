package lingnan.city.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the design asks for, and what was measured. */
record Budget(String what, double atMost, String unit, double measured) {

    /** The load at which processor time for each message is quoted, if it was measured. */
    private static final int USUAL_CALLERS = 16;

    boolean isMet() {
        return measured <= atMost;
    }

    /** @param figures without a fixed rate, of every way */
    static List<Budget> of(List<Figure> figures) {
        ToDoubleFunction<Slice> both = slice -> slice.middleCpu() + slice.databaseCpu();
        Figure whole = find(figures, Yard.WHOLE_FLOW, USUAL_CALLERS);
        Figure servlet = find(figures, Yard.SERVLET, USUAL_CALLERS);
        Figure camel = find(figures, Yard.CAMEL, USUAL_CALLERS);
        double added = find(figures, Yard.WHOLE_FLOW, 1).median(Slice::p50)
                - find(figures, Yard.WITHOUT_LOG, 1).median(Slice::p50);
        return List.of(
                new Budget("processor time of the hub for each message", 0.25, "ms", whole.median(Slice::middleCpu)),
                new Budget("of hub and database together", 0.40, "ms", whole.median(both)),
                new Budget(
                        "the hop through Camel against the bare servlet",
                        2.0,
                        "×",
                        camel.median(Slice::middleCpu) / servlet.median(Slice::middleCpu)),
                new Budget("latency that two durable entries add, one caller, p50", 1.2, "ms", added));
    }

    /** With as many callers as asked for, or the nearest number that was measured. */
    private static Figure find(List<Figure> figures, String way, int callers) {
        return figures.stream()
                .filter(figure -> figure.way().name().equals(way))
                .min(Comparator.comparingInt(figure -> Math.abs(figure.callers() - callers)))
                .orElseThrow();
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", what);
        json.put("at_most", atMost);
        json.put("unit", unit);
        json.put("measured", Math.round(measured * 1000) / 1000.0);
        json.put("met", isMet());
        return json;
    }
}
