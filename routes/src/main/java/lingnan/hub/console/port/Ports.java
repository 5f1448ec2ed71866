package lingnan.hub.console.port;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

/** Tells the two ports apart by the connector that a request came in by, so that free ports can be taken too. */
public final class Ports {

    private final Connector console;

    Ports(Connector console) {
        this.console = console;
    }

    Connector connector() {
        return console;
    }

    /** The people's port as it is open now; -1 before the server has started. */
    public int console() {
        return console.getLocalPort();
    }

    public boolean isConsole(ServletRequest request) {
        return request.getLocalPort() == console.getLocalPort();
    }

    /** Whether the address is one of those that agencies call. Decoded and normalised by the server before. */
    static boolean isForAgencies(HttpServletRequest request) {
        String path = request.getServletPath() + orEmpty(request.getPathInfo());
        return isUnder("/services", path) || isUnder("/legacy", path);
    }

    private static boolean isUnder(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    private static String orEmpty(@Nullable String path) {
        return path == null ? "" : path;
    }
}
