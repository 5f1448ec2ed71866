package lingnan.hub.contract;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** CXF's servlet without what nobody should reach: other methods than GET and POST. */
final class ContractServlet extends CXFNonSpringServlet {

    private static final long serialVersionUID = 1L;

    private static final Set<String> METHODS = Set.of("GET", "POST");

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && !METHODS.contains(http.getMethod())) {
            answer.setHeader("Allow", "GET, POST");
            answer.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            super.service(request, response);
        }
    }
}
