package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench works, and what it counts agrees. How fast anything is, is not asked here. */
@Tag("full")
class BenchIT {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void measuresEachWayAndEachDialect() throws IOException {
        BenchOptions options = new BenchOptions(SHORT, 500, List.of(4), 1, folder, false, true, false, false);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);

        // Fails by itself if an answer is wrong, or if provider and driver have not counted the same.
        Report report = BenchCommand.measure(options, out);
        report.print(out, options);

        BenchRun.Results results = report.results();
        assertThat(results.closed())
                .extracting(figure -> figure.way().name())
                .containsExactly(Yard.DIRECT, Yard.SERVLET, Yard.CAMEL, Yard.WITHOUT_LOG, Yard.WHOLE_FLOW);
        assertThat(results.translations())
                .extracting(figure -> figure.way().label())
                .containsExactly("canonical", "axis-rpc-encoded", "xml-in-string", "asmx");
        assertThat(databaseCpu(results, Yard.WHOLE_FLOW)).isGreaterThan(databaseCpu(results, Yard.WITHOUT_LOG));
        assertThat(report.budgets()).hasSize(4).allMatch(budget -> Double.isFinite(budget.measured()));
        assertThat(said.toString(UTF_8)).contains("the whole hub", "The design's budgets");
        assertThat(folder).isEmptyDirectory();
    }

    private static double databaseCpu(BenchRun.Results results, String way) {
        return results.closed().stream()
                .filter(figure -> figure.way().name().equals(way))
                .mapToDouble(figure -> figure.median(Slice::databaseCpu))
                .sum();
    }
}
