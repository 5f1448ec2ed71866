package lingnan.city.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads from Linux what processes have used of the processors: utime and stime, with those of ended children. */
interface Cpu {

    /** The kernel counts in hundredths of a second on every platform where Java 17 runs. */
    double SECONDS_PER_TICK = 0.01;

    /** In seconds since it was started. */
    double seconds();

    static Cpu none() {
        return () -> 0;
    }

    static Cpu of(long pid) {
        return () -> {
            try {
                return ticks(Path.of("/proc", Long.toString(pid))) * SECONDS_PER_TICK;
            } catch (IOException e) {
                throw new BenchFailure("Process " + pid + " is no more", e);
            }
        };
    }

    /**
     * All processes that run in a directory. A PostgreSQL server and its backends do so in their data directory; the
     * time of a backend that ends goes to the server, so nothing is lost and nothing counted twice.
     */
    static Cpu in(Path directory) {
        return () -> {
            long ticks = 0;
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
                Path wanted = directory.toRealPath();
                for (Path process : processes) {
                    ticks += runsIn(process, wanted) ? ticksOrNone(process) : 0;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (ticks == 0) {
                throw new BenchFailure("No process runs in " + directory);
            }
            return ticks * SECONDS_PER_TICK;
        };
    }

    private static boolean runsIn(Path process, Path directory) {
        try {
            return process.resolve("cwd").toRealPath().equals(directory);
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static long ticksOrNone(Path process) {
        try {
            return ticks(process);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** proc(5): after the name in parentheses, which may hold blanks, utime is the 12th field, stime, cutime, cstime follow. */
    private static long ticks(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks;
    }
}
