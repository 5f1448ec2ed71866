package lingnan.city.canonical;

import jakarta.xml.ws.spi.http.HttpContext;
import jakarta.xml.ws.spi.http.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lingnan.city.agency.Call;
import lingnan.city.agency.Stack.Answer;
import org.jspecify.annotations.Nullable;

/** One call in the words of the JAX-WS standard. */
final class CallExchange extends HttpExchange {

    private final Call call;
    private final HttpContext context;
    private final Map<String, List<String>> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream responseBody = new ByteArrayOutputStream();
    private int status = 200;

    CallExchange(Call call, HttpContext context) {
        this.call = call;
        this.context = context;
    }

    Answer answer() {
        List<String> type = responseHeaders.getOrDefault("Content-Type", List.of(""));
        return new Answer(status, type.get(0), responseBody.toByteArray());
    }

    @Override
    public Map<String, List<String>> getRequestHeaders() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(call.headers());
        return headers;
    }

    @Override
    public @Nullable String getRequestHeader(String name) {
        return call.header(name).isEmpty() ? null : call.header(name);
    }

    @Override
    public Map<String, List<String>> getResponseHeaders() {
        return responseHeaders;
    }

    @Override
    public void addResponseHeader(String name, String value) {
        responseHeaders.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    @Override
    public String getRequestURI() {
        return call.uri().getPath();
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getRequestMethod() {
        return call.method();
    }

    @Override
    public HttpContext getHttpContext() {
        return context;
    }

    @Override
    public void close() {
        // The answer is sent when the stack has returned.
    }

    @Override
    public InputStream getRequestBody() {
        return new ByteArrayInputStream(call.body());
    }

    @Override
    public OutputStream getResponseBody() {
        return responseBody;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), call.uri().getPort());
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public String getScheme() {
        return "http";
    }

    @Override
    public String getPathInfo() {
        return call.uri().getPath();
    }

    @Override
    public @Nullable String getQueryString() {
        return call.uri().getRawQuery();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.of();
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }
}
