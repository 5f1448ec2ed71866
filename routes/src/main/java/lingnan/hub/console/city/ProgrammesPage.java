package lingnan.hub.console.city;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Programme;
import lingnan.hub.catalog.Subject;
import lingnan.hub.console.Section;
import lingnan.hub.kernel.AgencyCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the agencies do together: the programmes of the day, and one of them with members, subjects and measures. */
@Controller
final class ProgrammesPage {

    private final CityDays days;

    ProgrammesPage(CityDays days) {
        this.days = days;
    }

    /** A programme in the list. @param grants how many rights to ask there are among its members on its subjects */
    record Card(
            CityDay.Named programme,
            CityDay.Named lead,
            int members,
            int subjects,
            int grants,
            List<String> measures,
            String from,
            CityDay.Cited basis,
            Glimpse glimpse) {}

    /** A member, what it brings in, and what it may ask the others for. */
    record Member(CityDay.Named agency, boolean stands, int gives, int takes) {}

    /** A programme's page. @param subjects by who provides them @param until its last day, or empty */
    record View(
            CityDay.Named programme,
            CityDay.Named lead,
            String from,
            String until,
            CityDay.Cited basis,
            List<Measured> measures,
            List<Member> members,
            List<SubjectsPage.Group> subjects,
            int count,
            Glimpse glimpse) {}

    /** A measure and its unit. */
    record Measured(String code, String name, String unit) {}

    @GetMapping("/programmes")
    String list(@RequestParam(defaultValue = "") String on, Locale locale, Model page) {
        CityDay day = days.open(Section.PROGRAMMES, "/programmes", on, locale, page);
        List<FieldOfWork> fields = FieldOfWork.of(day, Sharing.of(day));
        page.addAttribute(
                "cards",
                day.programmes().stream()
                        .map(programme -> card(day, programme, fields))
                        .toList());
        return "console/programmes";
    }

    @GetMapping("/programmes/{code}")
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String on, Locale locale, Model page) {
        CityDay day = days.open(Section.PROGRAMMES, "/programmes/" + code, on, locale, page);
        Programme programme = day.city().programmes().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(CityDays::unknown);
        page.addAttribute("view", view(day, programme));
        return "console/programme";
    }

    private static Card card(CityDay day, Programme programme, List<FieldOfWork> fields) {
        List<Grant> within = within(day, programme);
        return new Card(
                day.named(programme),
                day.named(programme.lead()),
                programme.members().size(),
                subjects(day, programme).size(),
                within.size(),
                programme.measures().stream()
                        .map(measure -> day.words().in(measure.name()))
                        .toList(),
                programme.validFrom().toString(),
                day.basis(programme.basis()),
                Glimpse.of(day, fields, programme, within));
    }

    private static View view(CityDay day, Programme programme) {
        Words words = day.words();
        List<Subject> subjects = subjects(day, programme);
        return new View(
                day.named(programme),
                day.named(programme.lead()),
                programme.validFrom().toString(),
                Optional.ofNullable(programme.validTo()).map(Object::toString).orElse(""),
                day.basis(programme.basis()),
                programme.measures().stream()
                        .map(measure ->
                                new Measured(measure.code(), words.in(measure.name()), words.in(measure.unit())))
                        .toList(),
                members(day, programme, subjects),
                groups(day, subjects),
                subjects.size(),
                Glimpse.of(day, FieldOfWork.of(day, Sharing.of(day)), programme, within(day, programme)));
    }

    private static List<Subject> subjects(CityDay day, Programme programme) {
        return programme.subjects().stream()
                .flatMap(code -> day.subject(code).stream())
                .toList();
    }

    /** The rights to ask that the members have on the programme's subjects. */
    private static List<Grant> within(CityDay day, Programme programme) {
        return day.inForce().stream()
                .filter(grant -> programme.members().contains(grant.consumer())
                        && programme.subjects().contains(grant.subject()))
                .toList();
    }

    private static List<Member> members(CityDay day, Programme programme, List<Subject> subjects) {
        Map<AgencyCode, Long> gives =
                subjects.stream().collect(Collectors.groupingBy(day::provider, Collectors.counting()));
        Map<AgencyCode, Long> takes = within(day, programme).stream()
                .collect(Collectors.groupingBy(
                        Grant::consumer,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Grant::subject, Collectors.toSet()), some -> (long) some.size())));
        return programme.members().stream()
                .map(code -> new Member(
                        day.named(code),
                        day.city().agency(code, day.on()).isPresent(),
                        gives.getOrDefault(code, 0L).intValue(),
                        takes.getOrDefault(code, 0L).intValue()))
                .sorted(Comparator.comparing((Member member) ->
                                !member.agency().code().equals(programme.lead().value()))
                        .thenComparing(Member::gives, Comparator.reverseOrder())
                        .thenComparing(Member::takes, Comparator.reverseOrder()))
                .toList();
    }

    private static List<SubjectsPage.Group> groups(CityDay day, Collection<Subject> subjects) {
        Map<AgencyCode, List<Subject>> byProvider =
                subjects.stream().collect(Collectors.groupingBy(day::provider, TreeMap::new, Collectors.toList()));
        return byProvider.entrySet().stream()
                .map(entry -> new SubjectsPage.Group(
                        day.named(entry.getKey()),
                        entry.getValue().stream()
                                .map(subject -> SubjectsPage.row(day, subject))
                                .toList()))
                .toList();
    }
}
