package lingnan.hub.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs short helper programs and keeps what they print for the error message. */
final class Commands {

    private Commands() {}

    /** @throws DatabaseUnavailable with the program's own words if it does not end with 0 in time */
    static String run(String purpose, List<String> command, String input, Duration limit) {
        Result result = attempt(command, input, limit);
        if (result.code() != 0) {
            throw new DatabaseUnavailable(purpose + " failed (exit code " + result.code() + "): "
                    + result.output().strip());
        }
        return result.output();
    }

    static Result attempt(List<String> command, String input, Duration limit) {
        try {
            // Through files, not pipes: a program that leaves a child behind would keep a pipe open.
            Path out = Files.createTempFile("lingnan", ".out");
            Path in = Files.createTempFile("lingnan", ".in");
            try {
                Files.writeString(in, input);
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .redirectInput(in.toFile());
                clean(builder);
                Process process = builder.start();
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                String text = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
                return new Result(
                        ended ? process.exitValue() : -1, ended ? text : text + "\n(no end within " + limit + ")");
            } finally {
                Files.delete(out);
                Files.delete(in);
            }
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }

    /** The server and its tools must not be led elsewhere by the operator's own PG* variables. */
    static void clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
    }

    record Result(int code, String output) {}
}
