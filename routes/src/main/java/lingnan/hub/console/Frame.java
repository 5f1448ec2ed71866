package lingnan.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page has round it: navigation, person, language; and the page that a refusal is shown on. */
@ControllerAdvice
final class Frame {

    @ModelAttribute
    void frame(HttpServletRequest request, @Nullable Authentication who, ModelMap page) {
        describe(request, who, page);
    }

    static void describe(HttpServletRequest request, @Nullable Authentication who, Map<String, @Nullable Object> page) {
        boolean mayLook = who != null
                && who.getAuthorities().stream()
                        .anyMatch(held -> String.valueOf(held.getAuthority()).startsWith("ROLE_"));
        page.put("sections", mayLook ? List.of(Section.values()) : List.of());
        page.put("person", who == null ? null : who.getName());
        page.put("path", here(request));
    }

    /** The page as it stands, for the other language: a form that was posted begins anew. */
    private static String here(HttpServletRequest request) {
        String query =
                request.getMethod().equals("GET") && request.getQueryString() != null ? request.getQueryString() : "";
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + kept;
    }

    /** An address whose parameters cannot be decoded is the sender's mistake. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Void> undecodable() {
        return ResponseEntity.badRequest().build();
    }

    /** The page says what the code says in both languages' words; never what went wrong inside. */
    @ExceptionHandler
    ModelAndView refused(HubFault fault, HttpServletRequest request) {
        HttpStatus status =
                switch (fault.code()) {
                    case UNKNOWN_MESSAGE -> HttpStatus.NOT_FOUND;
                    case LOG_UNAVAILABLE, HUB_BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
                    case ACCESS_DENIED -> HttpStatus.FORBIDDEN;
                    default -> HttpStatus.INTERNAL_SERVER_ERROR;
                };
        ModelAndView page = new ModelAndView("console/error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("word", fault.code() == FaultCode.LOG_UNAVAILABLE ? "error.log" : "error." + status.value());
        Authentication who = request.getUserPrincipal() instanceof Authentication known ? known : null;
        describe(request, who, page.getModelMap());
        return page;
    }
}
