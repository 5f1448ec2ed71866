package lingnan.hub.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lingnan.hub.console.account.Acts;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.Traces;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds messages by any key. A search is posted, so that a person's number never stands in an address. */
@Controller
final class FindPage {

    private static final int SHOWN = 50;
    private static final int SEARCHES_SHOWN = 10;
    private static final int LONGEST_KEY = 200;

    private final Traces traces;
    private final Acts acts;
    private final Names names;

    FindPage(Traces traces, Acts acts, Names names) {
        this.traces = traces;
        this.acts = acts;
        this.names = names;
    }

    /** One line of the list. */
    record Row(
            String id,
            String time,
            String client,
            String provider,
            String subject,
            String subjectCode,
            String operation,
            Names.Outcome outcome) {}

    /** Somebody's search for the same key. */
    record Search(String time, String who, String position) {}

    @GetMapping("/")
    String home() {
        return "redirect:/find";
    }

    @GetMapping("/find")
    String newest(HttpServletRequest request, Principal person, Locale locale, Model page) {
        return list("", request, person, locale, page);
    }

    @PostMapping("/find")
    String search(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Principal person,
            Locale locale,
            Model page) {
        String wanted = key.strip();
        return list(
                wanted.length() > LONGEST_KEY ? wanted.substring(0, LONGEST_KEY) : wanted,
                request,
                person,
                locale,
                page);
    }

    private String list(String key, HttpServletRequest request, Principal person, Locale locale, Model page) {
        acts.searched(new Acts.Actor(person.getName(), request.getRemoteAddr()), key);
        List<Traces.Summary> found = key.isEmpty() ? traces.newest(SHOWN + 1) : traces.find(key, SHOWN + 1);
        page.addAttribute("section", Section.FIND);
        page.addAttribute("key", key);
        page.addAttribute("more", found.size() > SHOWN);
        page.addAttribute("searches", key.isEmpty() ? List.of() : searches(key, locale));
        page.addAttribute(
                "rows",
                found.stream().limit(SHOWN).map(summary -> row(summary, locale)).toList());
        return "console/find";
    }

    /** Who else looked for this key: an auditor's question as often as what happened to it. */
    private List<Search> searches(String key, Locale locale) {
        return traces.find(Key.searched(key).value(), SEARCHES_SHOWN).stream()
                .flatMap(found -> traces.entries(found.message()).stream())
                .map(look -> new Search(
                        Times.second(look.position().appendedAt()),
                        names.actor(look.facts().getOrDefault(Fact.ACTOR.wireName(), ""), look.businessTime(), locale),
                        look.position().toString()))
                .toList();
    }

    private Row row(Traces.Summary summary, Locale locale) {
        Instant then = summary.businessTime();
        return new Row(
                summary.message().toString(),
                Times.second(summary.firstAppended()),
                names.agency(summary.client(), then, locale),
                names.agency(names.provider(summary.provider(), summary.subject(), then), then, locale),
                names.subject(summary.subject(), locale),
                summary.subject(),
                summary.operation(),
                names.outcome(summary.outcome(), locale));
    }
}
