package lingnan.hub.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.SubjectCode;

/** Serves the composed WSDL of a subject, with the address by which it was asked for. */
final class WsdlPages {

    private static final String NOTHING = "没有这个主题，请查看目录。 / There is no such subject. Look in the catalogue.\n";

    private final Catalog catalog;
    private final BusinessClock clock;

    WsdlPages(Catalog catalog, BusinessClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    void write(Address address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Subject> subject = find(address);
        if (subject.isEmpty()) {
            nothing(response);
        } else {
            boolean headers = "xroad".equals(request.getParameter("headers"));
            byte[] wsdl = subject.get().schema().wsdl(request.getRequestURL().toString(), headers);
            send(response, "text/xml", wsdl);
        }
    }

    static void nothing(HttpServletResponse response) throws IOException {
        response.setStatus(404);
        send(response, "text/plain", NOTHING.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, String type, byte[] page) throws IOException {
        response.setContentType(type + "; charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private Optional<Subject> find(Address address) {
        SubjectCode code = address.subject().orElseThrow();
        Snapshot city = catalog.current();
        return address.version().isPresent()
                ? city.subject(code, address.version().getAsInt())
                : city.subject(code, clock.today());
    }
}
