package lingnan.hub.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import lingnan.hub.console.port.Ports;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when a request cannot be answered: the status in words, and never what was thrown. */
@Controller
final class ErrorPage implements ErrorController {

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 503);

    private final Ports ports;

    ErrorPage(Ports ports) {
        this.ports = ports;
    }

    @RequestMapping("/error")
    @Nullable
    String show(HttpServletRequest request, HttpServletResponse response, Model page) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        response.setStatus(status);
        if (!ports.isConsole(request)) {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print("HTTP " + status + "\n");
            return null;
        }
        page.addAttribute("status", status);
        page.addAttribute("word", "error." + (WORDED.contains(status) ? status : 500));
        page.addAttribute("path", "/find");
        return "console/error";
    }
}
