package lingnan.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lingnan.hub.console.account.MemoryAccounts;
import lingnan.hub.console.account.Role;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Neither port tells a class name, a stack trace or the server's make, whatever it is sent. */
@SpringBootTest(
        classes = PeopleSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"hub.port=0", "hub.console.port=0", "hub.console.first-password=not-used-in-this-test"})
class NothingLeaksTests {

    private static final String PASSWORD = "pear-lantern-river-42";

    @Value("${local.console.port}")
    private int console;

    @Value("${local.server.port}")
    private int agencies;

    @Autowired
    private MemoryAccounts accounts;

    private Browser browser;

    @BeforeEach
    void signIn() {
        accounts.put("auditor", PASSWORD, Role.AUDITOR);
        browser = new Browser(console);
        browser.signIn("auditor", PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing/here",
                "/messages/1/2/3/4",
                "/messages/01926f00-0000-7000-8000-000000000001/edge-1/notanumber/request_received",
                "/messages/01926f00-0000-7000-8000-000000000001?full=perhaps",
                "/assets/../../application.yaml",
                "/assets/nothing.css",
                "/find?lang=%00%ff",
                "/find?lang=x-klingon",
                "/error",
                "//find",
                "/find;a=b",
                "/%2e%2e/secret",
                "/messages/%00",
                "/login?%"
            })
    void onTheConsole(String path) throws IOException {
        quiet(raw(console, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /find?[ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "BREW /find HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "TRACE /find HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void onEitherPortForBadRequests(String request) throws IOException {
        quiet(raw(console, request));
        quiet(raw(agencies, request));
        quiet(raw(agencies, request.replace("/find", "/services/trace")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void forOtherMethods(String method) {
        for (String path : new String[] {"/find", "/login", "/messages/x", "/health", "/password"}) {
            quiet(send(console, path, method, "", "text/plain"));
        }
        quiet(send(agencies, "/services/trace", method, "x", "text/xml"));
        quiet(send(agencies, "/services/nothing", method, "x", "text/xml"));
    }

    @Test
    void forAMalformedMultipartForm() {
        HttpResponse<String> answer =
                send(console, "/find", "POST", "--x\r\nContent-Dis", "multipart/form-data; boundary=x");
        assertThat(answer.statusCode()).isEqualTo(403);
        quiet(answer);
    }

    @Test
    void forAMissingToken() {
        HttpResponse<String> answer = browser.post("/find", "key=1");
        assertThat(answer.statusCode()).isEqualTo(403);
        quiet(answer);
    }

    @Test
    void forTooManyParametersAndTooLongHeaders() throws IOException {
        quiet(browser.submit("/find", "/find", Map.of("key", "x".repeat(50_000))));
        quiet(raw(console, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000) + "\r\n\r\n"));
        quiet(raw(agencies, "GET /services/trace HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000) + "\r\n\r\n"));
    }

    @Test
    void eachPortKnowsOnlyItsOwnAddresses() throws IOException {
        for (String path : new String[] {"/find", "/login", "/health", "/assets/console.css", "/", "/error"}) {
            assertThat(get(agencies, path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : new String[] {"/services/trace?wsdl", "/services", "/legacy/AIC/X", "/%73ervices/trace"}) {
            assertThat(raw(console, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 404");
        }
        assertThat(get(agencies, "/services/trace?wsdl").statusCode()).isEqualTo(200);
        assertThat(get(console, "/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void sendsTheHeadersThatProtectTheReader() {
        HttpResponse<String> page = browser.get("/find");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("script"));
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(page.body()).doesNotContain("style=").doesNotContain("<script");
        String cookie = new Browser(console)
                .get("/login")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).startsWith("LINGNAN=").contains("HttpOnly").contains("SameSite=Strict");
    }

    private static HttpResponse<String> get(int port, String path) {
        return send(port, path, "GET", "", "text/plain");
    }

    private static HttpResponse<String> send(int port, String path, String method, String body, String type) {
        return new Browser(port)
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void quiet(HttpResponse<String> answer) {
        quiet(answer.headers().map() + answer.body());
    }

    private static AbstractStringAssert<?> quiet(String answer) {
        return assertThat(answer)
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("org.apache", "org.springframework", "java.", "jakarta.", "lingnan.hub", "\tat ")
                .doesNotContainIgnoringCase("tomcat", "coyote", "cxf", "whitelabel");
    }
}
