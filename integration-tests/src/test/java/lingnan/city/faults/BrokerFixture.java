package lingnan.city.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lingnan.city.ChildProcess;
import lingnan.city.Installation;

/** A broker outside the hubs, in a process of its own, always on the same port. */
final class BrokerFixture implements AutoCloseable {

    private static final String PASSWORD = "between-hub-and-broker";

    private final Path data;
    private final int port;
    private ChildProcess process;

    private BrokerFixture(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.process = launch();
    }

    static BrokerFixture start(Path data) throws IOException {
        return new BrokerFixture(data, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ChildProcess launch() throws IOException {
        List<String> command = new ArrayList<>(Installation.java());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
        command.add(Installation.find().peerClassPath());
        command.addAll(List.of("lingnan.broker.StandaloneBroker", "--data", data.toString()));
        command.addAll(List.of("--port", Integer.toString(port)));
        ChildProcess started = ChildProcess.start(
                "broker",
                command,
                Map.of("HUB_BROKER_PASSWORD", PASSWORD),
                data.resolveSibling("broker.log"),
                line -> line.startsWith("LISTENING "));
        started.awaitReady(Duration.ofSeconds(60));
        return started;
    }

    /** What a hub has to know of it. */
    Map<String, String> environment() {
        return Map.of("HUB_BROKER_URL", "tcp://127.0.0.1:" + port, "HUB_BROKER_PASSWORD", PASSWORD);
    }

    void kill() throws IOException {
        ProcessHandle handle = ProcessHandle.of(process.pid()).orElseThrow();
        handle.destroyForcibly();
        Waiting.until("the broker is gone", Duration.ofSeconds(10), () -> !handle.isAlive());
    }

    void restart() throws IOException {
        process = launch();
    }

    @Override
    public void close() {
        process.endInput(Duration.ofSeconds(10));
    }
}
