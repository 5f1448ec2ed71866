package lingnan.city.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From single latencies to what is said about the budgets. */
class FiguresTests {

    @ParameterizedTest
    @CsvSource({"0.5, 50", "0.99, 99", "1.0, 100", "0.001, 1"})
    void findsPercentiles(double part, double milliseconds) {
        Latencies latencies = new Latencies();
        Latencies others = new Latencies();
        for (long i = 100; i > 0; i--) {
            (i % 2 == 0 ? latencies : others).add(i * 1_000_000);
        }
        latencies.add(others);

        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.percentile(part)).isEqualTo(milliseconds);
    }

    @Test
    void takesTheMedianOfTheRounds() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(1, 2, 3));
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(1, 2.5, 4));
    }

    @Test
    void holdsTheFiguresAgainstTheBudgets() {
        List<Budget> budgets = Budget.of(List.of(
                figure(Yard.SERVLET, 16, 0.5, 0.05, 0),
                figure(Yard.CAMEL, 16, 0.5, 0.11, 0),
                figure(Yard.WITHOUT_LOG, 1, 0.3, 0.2, 0),
                figure(Yard.WITHOUT_LOG, 16, 9, 0.2, 0),
                figure(Yard.WHOLE_FLOW, 1, 1.2, 0.3, 0.2),
                figure(Yard.WHOLE_FLOW, 16, 20, 0.25, 0.16)));

        assertThat(budgets).extracting(Budget::isMet).containsExactly(true, false, false, true);
        assertThat(budgets.get(1).measured()).isCloseTo(0.41, within(1e-9));
        assertThat(budgets.get(2).measured()).isCloseTo(2.2, within(1e-9));
        assertThat(budgets.get(3).measured()).isCloseTo(0.9, within(1e-9));
    }

    private static Figure figure(String name, int callers, double p50, double cpu, double database) {
        Sample sample = Sample.PLAN_BUILD_PERMIT;
        Target target = new Target(URI.create("http://127.0.0.1:1/"), sample);
        Way way = new Way(name, name, target, Check.canned(sample), Cpu.none(), Cpu.none());
        Slice slice = new Slice(1000, 500, p50, p50 * 3, cpu, database, 0, 0);
        return new Figure(way, callers, 0, List.of(slice));
    }

    @Test
    void countsTheProcessorTimeOfAProcess() {
        Cpu own = Cpu.of(ProcessHandle.current().pid());
        double before = own.seconds();
        long until = System.nanoTime() + Duration.ofMillis(200).toNanos();
        long spins = 0;
        while (System.nanoTime() < until) {
            spins++;
        }
        assertThat(spins).isPositive();
        assertThat(own.seconds() - before).isPositive();
        assertThatThrownBy(() -> Cpu.in(Path.of("/proc/self/fd")).seconds()).isInstanceOf(BenchFailure.class);
    }

    @Test
    void understandsItsOptions() {
        Path data = Path.of("/data");
        BenchOptions options = BenchOptions.parse(
                new String[] {"--seconds", "7", "--callers", "1,8", "--rounds", "2", "--json"}, data);
        assertThat(options.slice()).isEqualTo(Duration.ofSeconds(7));
        assertThat(options.callers()).containsExactly(1, 8);
        assertThat(options.rounds()).isEqualTo(2);
        assertThat(options.json()).isTrue();
        assertThat(options.directory()).isEqualTo(data);
        assertThat(BenchRun.roughly(BenchOptions.parse(new String[] {"--quick"}, data)))
                .isLessThan(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "--seconds", "--seconds 0", "--callers 1,x", "--data"})
    void refusesOptionsThatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> BenchOptions.parse(line.split(" "), Path.of("/data")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
