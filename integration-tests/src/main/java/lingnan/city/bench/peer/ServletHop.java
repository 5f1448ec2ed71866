package lingnan.city.bench.peer;

import java.io.IOException;
import java.net.URI;
import org.apache.catalina.LifecycleException;

/** The least that stands between a caller and a provider in Java: a servlet and Apache HttpClient 5. */
public final class ServletHop {

    private ServletHop() {}

    /** @param arguments the provider's base address */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        HopServlet.serve(new Upstream(URI.create(arguments[0]))::post);
    }
}
