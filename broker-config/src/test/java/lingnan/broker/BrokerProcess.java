package lingnan.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link StandaloneBroker} as users have it: a process. */
final class BrokerProcess implements AutoCloseable {

    static final String PASSWORD = "right";

    private final Process process;
    private final BufferedReader output;
    private final String firstLine;

    BrokerProcess(Path data, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StandaloneBroker.class.getName()));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HUB_BROKER_PASSWORD", PASSWORD);
        process = builder.start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        firstLine = String.valueOf(output.readLine());
    }

    /** What it printed first: {@code LISTENING <port>}; "null" if it ended without. */
    String firstLine() {
        return firstLine;
    }

    int port() {
        return Integer.parseInt(firstLine.substring("LISTENING ".length()));
    }

    Client connect() throws Exception {
        return new Client("tcp://127.0.0.1:" + port(), "hub", PASSWORD);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Closes its standard input and waits for its end. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the broker outlived its input");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
