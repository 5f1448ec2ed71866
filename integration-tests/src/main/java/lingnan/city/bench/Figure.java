package lingnan.city.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What all rounds of one way under one load came to.
 *
 * @param rate requests a second that were sent; 0 where callers asked as fast as they were answered
 */
record Figure(Way way, int callers, int rate, List<Slice> slices) {

    Spread of(ToDoubleFunction<Slice> what) {
        return Spread.of(slices.stream().map(what::applyAsDouble).toList());
    }

    double median(ToDoubleFunction<Slice> what) {
        return of(what).median();
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("way", way.name());
        json.put("subject", way.target().sample().subject());
        json.put("callers", callers);
        json.put("rate", rate);
        json.put("messages", slices.stream().mapToLong(Slice::answered).sum());
        json.put("requests_per_second", of(Slice::perSecond).asJson());
        json.put("p50_ms", of(Slice::p50).asJson());
        json.put("p99_ms", of(Slice::p99).asJson());
        json.put("hub_cpu_ms", of(Slice::middleCpu).asJson());
        json.put("database_cpu_ms", of(Slice::databaseCpu).asJson());
        json.put("provider_cpu_ms", of(Slice::providerCpu).asJson());
        json.put("driver_cpu_ms", of(Slice::driverCpu).asJson());
        return json;
    }
}
