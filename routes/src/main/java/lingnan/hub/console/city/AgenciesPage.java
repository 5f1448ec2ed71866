package lingnan.hub.console.city;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.console.Section;
import lingnan.hub.kernel.AgencyCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bodies of the city, those that have ended too; and one of them with what it shares and what it may ask for. */
@Controller
final class AgenciesPage {

    /** Who the agencies answer to, from the city outwards. */
    private static final List<String> LINES = List.of("city", "district", "province", "central");

    private final CityDays days;

    AgenciesPage(CityDays days) {
        this.days = days;
    }

    /** The agencies of one line of management. */
    record Line(String name, List<Row> rows) {}

    /** @param gives how many subjects it provides @param takes how many it may ask for */
    record Row(
            CityDay.Named agency,
            String connections,
            String hours,
            boolean daily,
            int records,
            int gives,
            int takes,
            CityDay.Cited basis) {}

    /** A body that does not stand on the day: its last name and days, and who followed it. */
    record Gone(CityDay.Named agency, String from, String until, List<CityDay.Named> successors, CityDay.Cited basis) {}

    @GetMapping("/agencies")
    String list(
            @RequestParam(defaultValue = "false") boolean daily,
            @RequestParam(defaultValue = "") String on,
            Locale locale,
            Model page) {
        CityDay day = days.open(Section.AGENCIES, "/agencies", on, locale, page);
        Sharing sharing = Sharing.of(day);
        Map<String, List<Row>> lines = day.agencies().stream()
                .filter(agency -> !daily || agency.share().daily())
                .sorted(Comparator.comparing((Agency agency) -> place(agency.line()))
                        .thenComparing(Agency::code))
                .collect(Collectors.groupingBy(
                        Agency::line,
                        LinkedHashMap::new,
                        Collectors.mapping(agency -> row(day, sharing, agency), Collectors.toList())));
        page.addAttribute("daily", daily);
        page.addAttribute(
                "lines",
                lines.entrySet().stream()
                        .map(line -> new Line(day.words().say("line." + line.getKey()), line.getValue()))
                        .toList());
        page.addAttribute("gone", daily ? List.of() : gone(day));
        return "console/agencies";
    }

    @GetMapping("/agencies/{code}")
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String on, Locale locale, Model page) {
        CityDay day = days.open(Section.AGENCIES, "/agencies/" + code, on, locale, page);
        Agency agency = agency(day, code).orElseThrow(CityDays::unknown);
        page.addAttribute("view", AgencyView.of(day, agency));
        return "console/agency";
    }

    /** As it stood on the day, else as it stands last. */
    private static Optional<Agency> agency(CityDay day, String code) {
        try {
            AgencyCode wanted = AgencyCode.of(code);
            return day.city().agency(wanted, day.on()).or(() -> day.city().agency(wanted));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    private static int place(String line) {
        int place = LINES.indexOf(line);
        return place < 0 ? LINES.size() : place;
    }

    private static Row row(CityDay day, Sharing sharing, Agency agency) {
        Words words = day.words();
        return new Row(
                day.named(agency),
                words.list("connection", agency.share().connections()),
                words.hours(agency.openingHours()),
                agency.share().daily(),
                agency.share().recordsPerDay(),
                sharing.provided(agency.code()),
                sharing.takenBy(agency.code()),
                day.basis(agency.basis()));
    }

    private static List<Gone> gone(CityDay day) {
        return day.city().agencies().stream()
                .filter(agency -> day.city().agency(agency.code(), day.on()).isEmpty())
                .map(agency -> new Gone(
                        day.named(agency),
                        agency.validFrom().toString(),
                        Optional.ofNullable(agency.validTo())
                                .map(Object::toString)
                                .orElse(""),
                        agency.lineage().successors().stream().map(day::named).toList(),
                        day.basis(agency.basis())))
                .toList();
    }
}
