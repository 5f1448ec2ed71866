package lingnan.city.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands and events of one page, as JSON over a web socket: the part of the protocol that these tests need. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 20;

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private int lastId;
    private CompletableFuture<Void> loaded = new CompletableFuture<>();

    DevTools(URI address) throws IOException {
        this.socket = await(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this));
    }

    /** What the browser held against a page: failed loads, violated policies, errors of scripts. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** @throws IOException if the browser refuses the command or does not answer */
    synchronized JsonNode send(String method, Map<String, ?> parameters) throws IOException {
        int id = ++lastId;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        String command = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        await(socket.sendText(command, true));
        JsonNode message = await(answer);
        if (message.has("error")) {
            throw new IOException(method + ": " + message.get("error"));
        }
        return message.path("result");
    }

    /** Before something that leads to another page. */
    synchronized void expectLoad() {
        loaded = new CompletableFuture<>();
    }

    void awaitLoad() throws IOException {
        CompletableFuture<Void> expected;
        synchronized (this) {
            expected = loaded;
        }
        await(expected);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode message = JSON.readTree(partial.toString());
            partial.setLength(0);
            take(message);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer =
                    waiting.remove(message.get("id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
            return;
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asString()) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Log.entryAdded" -> complain(parameters.path("entry"));
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled" -> complaints.add(parameters.toString());
            default -> {
                // Of no use here.
            }
        }
    }

    private void complain(JsonNode entry) {
        if (!entry.path("level").asString().equals("verbose")) {
            complaints.add(entry.path("source").asString() + ": "
                    + entry.path("text").asString() + " " + entry.path("url").asString());
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the browser", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("The browser did not answer", failed);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
