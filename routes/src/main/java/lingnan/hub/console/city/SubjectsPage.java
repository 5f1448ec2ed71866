package lingnan.hub.console.city;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Subject;
import lingnan.hub.console.Section;
import lingnan.hub.kernel.AgencyCode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All that the city shares, by who provides it; and one subject with everything that the catalogue says of it. */
@Controller
final class SubjectsPage {

    private static final int LONGEST = 100;

    private final CityDays days;
    private final Environment settings;

    SubjectsPage(CityDays days, Environment settings) {
        this.days = days;
        this.settings = settings;
    }

    /** The subjects of one provider. */
    record Group(CityDay.Named provider, List<Row> rows) {}

    /** One line of the list. @param consumers how many agencies have a grant in force */
    record Row(
            CityDay.Named subject,
            String sharing,
            String sharingCode,
            String answered,
            String cycle,
            boolean aboutPersons,
            int consumers,
            CityDay.Cited basis) {}

    /** A value that the list can be narrowed to. */
    record Option(String code, String name) {}

    @GetMapping("/subjects")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String sharing,
            @RequestParam(defaultValue = "") String answered,
            @RequestParam(defaultValue = "") String on,
            Locale locale,
            Model page) {
        CityDay day = days.open(Section.SUBJECTS, "/subjects", on, locale, page);
        String text = q.strip();
        SubjectFilter filter = new SubjectFilter(
                text.length() > LONGEST ? text.substring(0, LONGEST) : text, agency, programme, sharing, answered);
        List<Group> groups = groups(day, filter);
        page.addAttribute("filter", filter);
        page.addAttribute("groups", groups);
        page.addAttribute(
                "found", groups.stream().mapToInt(group -> group.rows().size()).sum());
        page.addAttribute("agencies", day.agencies().stream().map(day::named).toList());
        page.addAttribute(
                "programmes", day.programmes().stream().map(day::named).toList());
        page.addAttribute("sharings", options(day, "sharing", Subject.Sharing.values()));
        page.addAttribute("ways", options(day, "answered", Subject.Answered.values()));
        return "console/subjects";
    }

    @GetMapping("/subjects/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        CityDay day = days.open(Section.SUBJECTS, "/subjects/" + code, on, locale, page);
        Subject subject = day.subjects().stream()
                .filter(candidate -> candidate.code().value().equals(code))
                .findFirst()
                .orElseThrow(CityDays::unknown);
        page.addAttribute("view", SubjectView.of(day, subject));
        page.addAttribute("wsdl", wsdl(request, subject));
        return "console/subject";
    }

    /** On the agencies' port of the same hub. */
    private String wsdl(HttpServletRequest request, Subject subject) {
        String port = settings.getProperty("local.server.port", "8080");
        return "http://" + request.getServerName() + ":" + port + "/services/" + subject.code() + "?wsdl";
    }

    private static List<Option> options(CityDay day, String family, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(SubjectFilter.code(value), day.words().say(family, value)))
                .toList();
    }

    private static List<Group> groups(CityDay day, SubjectFilter filter) {
        Map<AgencyCode, List<Row>> byProvider = day.subjects().stream()
                .filter(subject -> filter.accepts(day, subject))
                .collect(Collectors.groupingBy(
                        day::provider,
                        TreeMap::new,
                        Collectors.mapping(subject -> row(day, subject), Collectors.toList())));
        return byProvider.entrySet().stream()
                .map(entry -> new Group(day.named(entry.getKey()), entry.getValue()))
                .toList();
    }

    static Row row(CityDay day, Subject subject) {
        Words words = day.words();
        return new Row(
                day.named(subject),
                words.say("sharing", subject.sharing()),
                SubjectFilter.code(subject.sharing()),
                words.say("answered", subject.offer().answered()),
                words.say("cycle", subject.offer().cycle()),
                subject.aboutPersons(),
                day.consumers(subject.code()),
                day.basis(subject.basis()));
    }
}
