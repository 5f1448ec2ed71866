package lingnan.city.canonical;

import jakarta.xml.ws.spi.http.HttpContext;
import java.io.IOException;
import java.util.Set;
import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import lingnan.city.agency.Stack;

/** Where CXF is published: the JAX-WS standard's own seam between a SOAP stack and somebody else's HTTP server. */
final class HttpPort extends HttpContext implements Stack {

    private final String path;

    HttpPort(String path) {
        this.path = path;
    }

    @Override
    public Answer answer(Call call) throws IOException {
        if (!call.uri().getPath().equals(path)) {
            return Soap.xml(404, "text/plain", "Not found\n");
        }
        CallExchange exchange = new CallExchange(call, this);
        handler.handle(exchange);
        return exchange.answer();
    }

    @Override
    public String getPath() {
        return path;
    }

    @Override
    public Object getAttribute(String name) {
        throw new UnsupportedOperationException("No attributes");
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.of();
    }
}
