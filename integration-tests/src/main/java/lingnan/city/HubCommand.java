package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The {@code ./hub} command, run as an operator runs it beside a hub. */
public final class HubCommand {

    private static final long MINUTES = 5;

    private HubCommand() {}

    /** @param output standard output and standard error as they came */
    public record Result(int exitCode, String output) {}

    /** Runs it on the data directory of this hub and waits for its end. */
    public static Result run(HubProcess hub, String... arguments) throws IOException {
        return run(hub.data(), hub.environment(), arguments);
    }

    /** The same with more in its environment, such as JAVA_TOOL_OPTIONS. */
    public static Result runWith(Map<String, String> more, HubProcess hub, String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(hub.environment());
        environment.putAll(more);
        return run(hub.data(), environment, arguments);
    }

    /** Runs it on a data directory, which need not exist. */
    public static Result run(Path data, String... arguments) throws IOException {
        return run(data, Map.of(), arguments);
    }

    private static Result run(Path data, Map<String, String> environment, String... arguments) throws IOException {
        Installation installation = Installation.find();
        List<String> command = new ArrayList<>(Installation.java());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-cp", installation.hubClassPath(), "lingnan.hub.command.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("HUB_DATA", data.toString());
        builder.environment().put("HUB_HOME", installation.root().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("The command did not end: " + String.join(" ", arguments));
            }
            return new Result(process.exitValue(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the command", interrupted);
        }
    }
}
