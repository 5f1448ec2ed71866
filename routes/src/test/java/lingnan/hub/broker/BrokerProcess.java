package lingnan.hub.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lingnan.broker.StandaloneBroker;

/** A broker outside the hub, as a process that can be killed. */
final class BrokerProcess implements AutoCloseable {

    static final String PASSWORD = "between";

    private final Process process;
    private final int port;

    BrokerProcess(Path data, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandaloneBroker.class.getName(),
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port)))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HUB_BROKER_PASSWORD", PASSWORD);
        process = builder.start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(output.readLine());
        if (!line.startsWith("LISTENING ")) {
            throw new IllegalStateException("The broker did not start: " + line);
        }
        this.port = Integer.parseInt(line.substring("LISTENING ".length()));
    }

    int port() {
        return port;
    }

    String[] settings() {
        return new String[] {"hub.broker.url=tcp://127.0.0.1:" + port, "hub.broker.password=" + PASSWORD};
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
