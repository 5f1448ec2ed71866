package lingnan.hub.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Says whether the hub of this data directory runs and is ready.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it runs and is ready", "1:it does not run, or is not ready"},
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        Path data = here.data();
        Optional<RunningHub> hub = RunningHub.of(data);
        boolean ready = hub.isPresent() && isReady(hub.get().consolePort());
        PrintWriter out = here.out();
        if (json.isWanted()) {
            Map<String, Object> status = new LinkedHashMap<>();
            status.put("data", data.toString());
            status.put("running", hub.isPresent());
            status.put("ready", ready);
            hub.ifPresent(running -> {
                status.put("pid", running.process().pid());
                status.put("port", running.port());
                status.put("consolePort", running.consolePort());
            });
            out.println(Json.write(status));
        } else if (hub.isEmpty()) {
            out.println("No hub runs on " + data + ". Start one with ./hub run.");
        } else {
            out.printf(
                    "The hub on %s %s (process %d): agencies on port %d, people on port %d.%n",
                    data,
                    ready ? "is ready" : "runs but is not ready",
                    hub.get().process().pid(),
                    hub.get().port(),
                    hub.get().consolePort());
        }
        return ready ? 0 : Failures.FOUND_WRONG;
    }

    private static boolean isReady(int consolePort) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + consolePort + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
