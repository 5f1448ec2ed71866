package lingnan.city.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.city.HubProcess;
import lingnan.city.Installation;

/** What the size of a city costs a hub: until it is ready on data that is there already, and in memory while nobody asks. */
final class CityCost {

    static final int FEW = 32;
    private static final int ALL = 320;
    private static final double AT_MOST = 1.25;
    private static final long IDLE_SECONDS = 10;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final List<Start> few = new ArrayList<>();
    private final List<Start> all = new ArrayList<>();

    private CityCost() {}

    /** @param seconds until the hub said that it is ready @param megabytes resident, some seconds later */
    private record Start(double seconds, double megabytes) {}

    /** Starts a hub with each city, in turn, as often as there are rounds; the very first starts do not count. */
    static CityCost measure(Path directory, int rounds, PrintStream progress) throws IOException {
        Path shipped = Installation.find().root().resolve("routes/city/guangzhou-2009");
        Path part = directory.resolve("city-of-" + FEW);
        PartOfCity.copy(shipped, FEW, part);
        progress.println("a city of " + ALL + " subjects and one of " + FEW + " …");
        HubProcess.Setting small = setting(directory.resolve("small"), part);
        HubProcess.Setting large = setting(directory.resolve("large"), shipped);
        HubProcess.start(small).close();
        HubProcess.start(large).close();
        CityCost cost = new CityCost();
        for (int round = 0; round < rounds; round++) {
            cost.few.add(start(small));
            cost.all.add(start(large));
        }
        return cost;
    }

    private static HubProcess.Setting setting(Path data, Path city) {
        return new HubProcess.Setting(data, Map.of(), Map.of("HUB_CITY", city.toString()), List.of());
    }

    private static Start start(HubProcess.Setting setting) throws IOException {
        long started = System.nanoTime();
        try (HubProcess hub = HubProcess.start(setting)) {
            double seconds = (System.nanoTime() - started) / 1e9;
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new Start(seconds, resident(hub.pid()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted while a hub was idle", interrupted);
        }
    }

    private static double resident(long pid) throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        if (!found.find()) {
            throw new BenchFailure("Linux does not say how much memory process " + pid + " has");
        }
        return Long.parseLong(found.group(1)) / 1024.0;
    }

    private static Spread of(List<Start> starts, ToDoubleFunction<Start> what) {
        return Spread.of(starts.stream().map(what::applyAsDouble).toList());
    }

    private double ratio(ToDoubleFunction<Start> what) {
        return of(all, what).median() / of(few, what).median();
    }

    List<Budget> budgets() {
        return List.of(
                new Budget("start with " + ALL + " subjects against " + FEW, AT_MOST, "×", ratio(Start::seconds)),
                new Budget(
                        "idle memory with " + ALL + " subjects against " + FEW, AT_MOST, "×", ratio(Start::megabytes)));
    }

    void print(PrintStream out) {
        out.println();
        out.printf("%-31s%24s%24s%n", "The size of the city", "s until ready", "MB resident, idle");
        line(out, FEW, few);
        line(out, ALL, all);
    }

    private static void line(PrintStream out, int subjects, List<Start> starts) {
        out.printf(
                "%-31s%24s%24s%n",
                subjects + " subjects",
                cell(of(starts, Start::seconds), "%.1f"),
                cell(of(starts, Start::megabytes), "%.0f"));
    }

    private static String cell(Spread spread, String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                spread.median(),
                spread.lowest(),
                spread.highest());
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        List.of(Map.entry(FEW, few), Map.entry(ALL, all))
                .forEach(each -> json.put(
                        each.getKey() + "_subjects",
                        Map.of(
                                "ready_s",
                                of(each.getValue(), Start::seconds).asJson(),
                                "resident_mb",
                                of(each.getValue(), Start::megabytes).asJson())));
        return json;
    }
}
