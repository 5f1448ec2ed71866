package lingnan.hub.console.port;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers 404 to whoever asks at the wrong port, before anything else has looked at the request. */
final class PortFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final byte[] NOTHING_HERE =
            "此端口没有这个地址。 There is no such address on this port.\n".getBytes(StandardCharsets.UTF_8);

    private final transient Ports ports;

    PortFilter(Ports ports) {
        this.ports = ports;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ports.isConsole(request) == Ports.isForAgencies(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=UTF-8");
            response.setContentLength(NOTHING_HERE.length);
            response.getOutputStream().write(NOTHING_HERE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
