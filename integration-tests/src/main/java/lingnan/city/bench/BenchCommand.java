package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import lingnan.city.Installation;
import lingnan.city.Json;

/** {@code ./hub bench}: understands the options, measures, and says what came of it. */
public final class BenchCommand {

    private BenchCommand() {}

    /** @return the exit code: 0 measured, 1 not to be measured honestly, 2 not understood */
    public static int run(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        PrintStream err = new PrintStream(System.err, true, UTF_8);
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments, Installation.find().root().resolve("data/bench"));
        } catch (IllegalArgumentException wrong) {
            err.println("hub bench: " + wrong.getMessage() + "\n\n" + BenchOptions.USAGE);
            return 2;
        }
        if (options.help()) {
            out.println(BenchOptions.USAGE);
            return 0;
        }
        try {
            PrintStream progress = options.json() ? err : out;
            Report report = measure(options, progress);
            report.print(progress, options);
            if (options.json()) {
                out.println(Json.write(report.asJson(options)));
            }
            return 0;
        } catch (BenchFailure | IOException | IllegalStateException failed) {
            err.println("hub bench: " + failed.getMessage());
            return 1;
        }
    }

    /** Starts everything on a directory of its own below the chosen one, which is gone afterwards, unless it failed. */
    static Report measure(BenchOptions options, PrintStream progress) throws IOException {
        Files.createDirectories(options.directory());
        Path work = Files.createTempDirectory(options.directory(), "run-");
        progress.println("This takes about " + (BenchRun.roughly(options).toSeconds() / 60 + 1)
                + " minutes. Starting provider, hops and two hubs …");
        BenchRun.Results results;
        try (Yard yard = Yard.start(work)) {
            results = new BenchRun(options, yard, progress).measure();
        }
        if (options.city()) {
            // When all else has ended: a start is measured alone.
            results = results.with(CityCost.measure(work.resolve("cities"), options.rounds(), progress));
        }
        delete(work);
        return new Report(results);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException changing) {
            throw changing.getCause();
        }
    }
}
