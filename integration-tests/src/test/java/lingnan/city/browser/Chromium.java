package lingnan.city.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page of a headless Chromium. What is typed goes through the browser's own input, what is read is what it shows. */
public final class Chromium implements AutoCloseable {

    public static final String INSTALL = "apt-get install chromium fonts-noto-cjk";

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--no-first-run",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--remote-debugging-port=0",
            "--window-size=1280,900");

    private final Process process;
    private final DevTools page;

    private Chromium(Process process, DevTools page) {
        this.process = process;
        this.page = page;
    }

    /** Where Debian, and others, put it. */
    public static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty directory of its own */
    public static Chromium start(Path program, Path profile, String language) throws IOException {
        List<String> command = Stream.concat(
                        Stream.concat(Stream.of(program.toString()), OPTIONS.stream()),
                        Stream.of("--user-data-dir=" + profile, "--lang=" + language, "--accept-lang=" + language))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean isUp = false;
        try {
            DevTools page = new DevTools(firstPage(debuggingAddress(process)));
            for (String domain : List.of("Page", "Log", "Runtime", "Network")) {
                page.send(domain + ".enable", Map.of());
            }
            isUp = true;
            return new Chromium(process, page);
        } finally {
            if (!isUp) {
                process.destroyForcibly();
            }
        }
    }

    private static String debuggingAddress(Process process) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread drain = new Thread(() -> said.lines().forEach(ignored -> {}), "chromium-stderr");
                drain.setDaemon(true);
                drain.start();
                return listening.group(1);
            }
        }
        throw new IOException("Chromium ended without listening");
    }

    private static URI firstPage(String address) throws IOException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            String targets = HttpClient.newHttpClient()
                    .send(list, BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JsonMapper.builder().build().readTree(targets)) {
                if (target.path("type").asString().equals("page")) {
                    return URI.create(target.path("webSocketDebuggerUrl").asString());
                }
            }
            throw new IOException("Chromium has no page: " + targets);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Chromium", interrupted);
        }
    }

    public void open(URI address) throws IOException {
        page.expectLoad();
        page.send("Page.navigate", Map.of("url", address.toString()));
        awaitSight();
    }

    /** Puts the text where the selector points, in place of what is there. */
    public void type(String selector, String text) throws IOException {
        evaluate("(e => { e.focus(); e.select(); })(" + found(selector) + ")");
        page.send("Input.insertText", Map.of("text", text));
    }

    /** Clicks what leads to another page, and waits for that. */
    public void follow(String selector) throws IOException {
        page.expectLoad();
        evaluate(found(selector) + ".click()");
        awaitSight();
    }

    /** Nobody types into a page before it shows: only its second frame is sure to come after autofocus was dealt with. */
    private void awaitSight() throws IOException {
        page.awaitLoad();
        evaluate("new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
    }

    /** The text that a reader sees; the first element that the selector finds. */
    public String text(String selector) throws IOException {
        return evaluate(found(selector) + ".innerText");
    }

    public int count(String selector) throws IOException {
        return Integer.parseInt(evaluate("String(document.querySelectorAll(" + quoted(selector) + ").length)"));
    }

    public URI address() throws IOException {
        return URI.create(evaluate("location.href"));
    }

    /** Whether the page is wider than the window, so that a reader has to scroll sideways. */
    public boolean isTooWide(int width) throws IOException {
        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        String wide = evaluate("String(document.documentElement.scrollWidth > document.documentElement.clientWidth)");
        page.send("Emulation.clearDeviceMetricsOverride", Map.of());
        return Boolean.parseBoolean(wide);
    }

    /** What the browser held against the pages so far, such as a violated content policy. */
    public List<String> complaints() {
        return page.complaints();
    }

    private String evaluate(String script) throws IOException {
        JsonNode result = page.send(
                "Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(script + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value").asString("");
    }

    private static String found(String selector) {
        return "document.querySelector(" + quoted(selector) + ")";
    }

    private static String quoted(String text) {
        return JsonMapper.builder().build().writeValueAsString(text);
    }

    @Override
    public void close() throws IOException {
        page.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
