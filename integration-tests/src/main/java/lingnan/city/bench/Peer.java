package lingnan.city.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lingnan.city.ChildProcess;
import lingnan.city.HubProcess;
import lingnan.city.Installation;
import lingnan.city.bench.peer.CannedAgency;

/** A process of {@link lingnan.city.bench.peer}, running. */
final class Peer {

    private final ChildProcess process;
    private final int port;

    private Peer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param program the simple name of its class */
    static Peer start(String program, Path directory, List<String> arguments) throws IOException {
        Installation installation = Installation.find();
        List<String> command = new ArrayList<>(Installation.java());
        command.addAll(HubProcess.JAVA_OPTIONS);
        command.add("-cp");
        command.add(installation.peerClassPath());
        command.add(CannedAgency.class.getPackageName() + "." + program);
        command.addAll(arguments);
        ChildProcess process = ChildProcess.start(
                program, command, Map.of(), directory.resolve(program + ".log"), line -> line.startsWith("LISTENING "));
        String ready = process.awaitReady(Duration.ofSeconds(30));
        return new Peer(process, Integer.parseInt(ready.substring("LISTENING ".length())));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        process.endInput(Duration.ofSeconds(5));
    }
}
