package lingnan.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import lingnan.hub.console.account.Acts;
import lingnan.hub.console.account.Role;
import lingnan.hub.console.body.Mask;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one message. Persons are masked; an auditor may see them in full, which is a look of its own in the log. */
@Controller
final class MessagePage {

    private final Traces traces;
    private final Acts acts;
    private final Names names;

    MessagePage(Traces traces, Acts acts, Names names) {
        this.traces = traces;
        this.acts = acts;
        this.names = names;
    }

    @GetMapping("/messages/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean full,
            HttpServletRequest request,
            Authentication person,
            Locale locale,
            Model page) {
        MessageId message = parse(id);
        boolean auditor = isAuditor(person);
        if (full && !auditor) {
            throw new HubFault(FaultCode.ACCESS_DENIED, id);
        }
        List<LoggedEntry> entries = entries(message);
        acts.viewed(actor(person, request), message, full ? "message in full" : "message");
        Mask mask = full ? Mask.NONE : Mask.of(persons(entries), names.personal(subject(entries)));
        page.addAttribute("section", Section.FIND);
        page.addAttribute("full", full);
        page.addAttribute("auditor", auditor);
        page.addAttribute("view", new MessageViews(names, mask, locale).of(message, entries));
        return "console/message";
    }

    @GetMapping("/messages/{id}/{lane}/{position}/{role}")
    ResponseEntity<byte[]> download(
            @PathVariable String id,
            @PathVariable String lane,
            @PathVariable long position,
            @PathVariable String role,
            HttpServletRequest request,
            Authentication person) {
        if (!isAuditor(person)) {
            throw new HubFault(FaultCode.ACCESS_DENIED, id);
        }
        MessageId message = parse(id);
        Body body = entries(message).stream()
                .filter(entry ->
                        entry.position().lane().equals(lane) && entry.position().position() == position)
                .flatMap(entry -> entry.bodies().stream())
                .filter(candidate -> candidate.role().name().equalsIgnoreCase(role))
                .findFirst()
                .orElseThrow(() -> new HubFault(FaultCode.UNKNOWN_MESSAGE, id));
        acts.viewed(actor(person, request), message, "download " + role + " of " + lane + "#" + position);
        ContentDisposition file = ContentDisposition.attachment()
                .filename(id + "-" + role.toLowerCase(Locale.ROOT) + ".bin")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body.bytes());
    }

    private List<LoggedEntry> entries(MessageId message) {
        List<LoggedEntry> entries = traces.entries(message);
        if (entries.isEmpty()) {
            throw new HubFault(FaultCode.UNKNOWN_MESSAGE, message.toString());
        }
        return entries;
    }

    private static MessageId parse(String id) {
        try {
            return MessageId.parse(id);
        } catch (IllegalArgumentException noId) {
            throw new HubFault(FaultCode.UNKNOWN_MESSAGE, "", noId);
        }
    }

    private static List<String> persons(List<LoggedEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.keys().stream())
                .filter(Key::person)
                .map(Key::value)
                .toList();
    }

    private static String subject(List<LoggedEntry> entries) {
        return entries.stream()
                .map(entry -> entry.facts().getOrDefault(Fact.SUBJECT.wireName(), ""))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean isAuditor(Authentication person) {
        return person.getAuthorities().stream().anyMatch(held -> ("ROLE_" + Role.AUDITOR).equals(held.getAuthority()));
    }

    private static Acts.Actor actor(Authentication person, HttpServletRequest request) {
        return new Acts.Actor(person.getName(), request.getRemoteAddr());
    }
}
