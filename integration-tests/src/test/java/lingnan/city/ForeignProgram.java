package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that is not part of this build, and may need a package that this machine lacks. */
record ForeignProgram(List<String> command) {

    /** What it printed. */
    record Outcome(int exitCode, String out, String err) {}

    static ForeignProgram of(String... command) {
        return new ForeignProgram(List.of(command));
    }

    static ForeignProgram axis(String mainClass) {
        String java = Installation.java().get(0);
        return of(java, "-Dfile.encoding=UTF-8", "-cp", Installation.find().axisClassPath(), mainClass);
    }

    static ForeignProgram client(String interpreter, String script) {
        return of(interpreter, Installation.find().clients().resolve(script).toString());
    }

    /** Skips the test if a probe fails, with the line that installs what is missing; on CI it fails instead. */
    ForeignProgram needing(String install, String... probe) throws IOException {
        boolean isThere;
        try {
            isThere = new ForeignProgram(List.of(probe)).run().exitCode() == 0;
        } catch (IOException noSuchProgram) {
            isThere = false;
        }
        if (!isThere && "true".equals(System.getenv("CI"))) {
            Assertions.fail("CI must have this: " + install);
        }
        Assumptions.assumeTrue(isThere, "to run this test: " + install);
        return this;
    }

    Outcome run(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        Path out = Files.createTempFile("program", ".out");
        Path err = Files.createTempFile("program", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("No end within a minute: " + all);
            }
            return new Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Its output, if it ended well. */
    String output(String... arguments) throws IOException {
        Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out().strip();
    }
}
