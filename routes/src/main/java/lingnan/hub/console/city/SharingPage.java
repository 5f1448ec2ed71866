package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import lingnan.hub.catalog.Programme;
import lingnan.hub.console.Section;
import lingnan.hub.kernel.AgencyCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The city's sharing to look at: a circle, a table of each with each, and what any two share. */
@Controller
final class SharingPage {

    private static final int RANKED = 5;

    private final CityDays days;

    SharingPage(CityDays days) {
        this.days = days;
    }

    /** A field of work in the legend. @param href of its programme; empty for those of none */
    record Legend(String name, String href, int hue, int agencies) {}

    /** A line of a ranking. @param share of the longest, in per cent */
    record Rank(CityDay.Named agency, int hue, int count, int share, List<Rank> parts) {}

    /** One row of the table: what an agency gives to each of the others, in the columns' order. @param label its name, brief */
    record Row(CityDay.Named agency, String label, List<Cell> cells, int given) {}

    /** @param depth of its shade, 0 for none; @param href empty where nothing is shared */
    record Cell(int count, int depth, String href, String said, boolean self, boolean first) {}

    /** The rows of one field. */
    record Block(String name, int hue, List<Row> rows) {}

    /** A column's heading. @param taken how many subjects this agency may ask for */
    record Column(CityDay.Named agency, int hue, int taken, boolean first) {}

    @GetMapping("/sharing")
    String show(@RequestParam(defaultValue = "") String on, Locale locale, Model page) {
        CityDay day = days.open(Section.SHARING, "/sharing", on, locale, page);
        Sharing sharing = Sharing.of(day);
        List<FieldOfWork> fields = FieldOfWork.of(day, sharing);
        page.addAttribute("picture", Picture.of(day, sharing, fields));
        page.addAttribute(
                "legend", fields.stream().map(field -> legend(day, field)).toList());
        page.addAttribute("pairs", sharing.pairs());
        page.addAttribute("agencies", sharing.agencies().size());
        page.addAttribute("columns", columns(day, sharing, fields));
        page.addAttribute(
                "blocks",
                fields.stream().map(field -> block(day, sharing, fields, field)).toList());
        List<Rank> givers = ranks(day, fields, sharing::given, sharing::count);
        List<Rank> takers = ranks(day, fields, sharing::takenBy, (taker, giver) -> sharing.count(giver, taker));
        page.addAttribute("givers", givers);
        page.addAttribute("takers", takers);
        page.addAttribute("ranked", RANKED);
        return "console/sharing";
    }

    @GetMapping("/sharing/{provider}/{consumer}")
    String between(
            @PathVariable String provider,
            @PathVariable String consumer,
            @RequestParam(defaultValue = "") String on,
            Locale locale,
            Model page) {
        CityDay day = days.open(Section.SHARING, "/sharing/" + provider + "/" + consumer, on, locale, page);
        CityDay.Named giver = known(day, provider);
        CityDay.Named taker = known(day, consumer);
        page.addAttribute("provider", giver);
        page.addAttribute("consumer", taker);
        page.addAttribute("given", grants(day, giver, taker));
        page.addAttribute("back", grants(day, taker, giver));
        page.addAttribute("reverse", day.link("/sharing/" + consumer + "/" + provider));
        return "console/between";
    }

    private static CityDay.Named known(CityDay day, String code) {
        return day.city().agencies().stream()
                .filter(agency -> agency.code().value().equals(code))
                .map(agency -> day.named(agency.code()))
                .findFirst()
                .orElseThrow(CityDays::unknown);
    }

    private static List<GrantRow> grants(CityDay day, CityDay.Named provider, CityDay.Named consumer) {
        return GrantRow.of(day, day.grants()).stream()
                .filter(row -> row.provider().code().equals(provider.code())
                        && row.consumer().code().equals(consumer.code()))
                .toList();
    }

    private static Legend legend(CityDay day, FieldOfWork field) {
        Optional<CityDay.Named> programme =
                Optional.ofNullable(field.programme()).map(day::named);
        return new Legend(
                name(day, field),
                programme.map(CityDay.Named::href).orElse(""),
                field.hue(),
                field.agencies().size());
    }

    private static String name(CityDay day, FieldOfWork field) {
        Programme programme = field.programme();
        return programme == null
                ? day.words().say("sharing.others")
                : day.words().in(programme.name());
    }

    private static List<Column> columns(CityDay day, Sharing sharing, List<FieldOfWork> fields) {
        List<Column> columns = new ArrayList<>();
        for (FieldOfWork field : fields) {
            for (AgencyCode agency : field.agencies()) {
                boolean first = field.agencies().indexOf(agency) == 0;
                columns.add(new Column(day.named(agency), field.hue(), sharing.takenBy(agency), first));
            }
        }
        return columns;
    }

    private static Block block(CityDay day, Sharing sharing, List<FieldOfWork> fields, FieldOfWork own) {
        List<Row> rows = new ArrayList<>();
        for (AgencyCode provider : own.agencies()) {
            List<Cell> cells = new ArrayList<>();
            for (FieldOfWork field : fields) {
                for (AgencyCode consumer : field.agencies()) {
                    boolean first = field.agencies().indexOf(consumer) == 0;
                    cells.add(cell(day, sharing, provider, consumer, first));
                }
            }
            CityDay.Named named = day.named(provider);
            rows.add(new Row(named, Picture.label(day, named), cells, sharing.given(provider)));
        }
        return new Block(name(day, own), own.hue(), rows);
    }

    private static Cell cell(CityDay day, Sharing sharing, AgencyCode provider, AgencyCode consumer, boolean first) {
        int count = sharing.count(provider, consumer);
        if (count == 0) {
            return new Cell(0, 0, "", "", provider.equals(consumer), first);
        }
        String said = day.words()
                .say(
                        "sharing.cell",
                        day.named(provider).name(),
                        day.named(consumer).name(),
                        count);
        String href = day.link("/sharing/" + provider + "/" + consumer);
        return new Cell(count, Math.min(count, 6), href, said, false, first);
    }

    private static List<Rank> ranks(
            CityDay day,
            List<FieldOfWork> fields,
            ToIntFunction<AgencyCode> total,
            ToIntBiFunction<AgencyCode, AgencyCode> part) {
        List<AgencyCode> all =
                fields.stream().flatMap(field -> field.agencies().stream()).toList();
        int most = Math.max(1, all.stream().mapToInt(total).max().orElse(1));
        List<Rank> ranks = new ArrayList<>();
        for (FieldOfWork field : fields) {
            for (AgencyCode agency : field.agencies()) {
                List<Rank> parts = all.stream()
                        .filter(other -> part.applyAsInt(agency, other) > 0)
                        .map(other -> rank(day, other, 0, part.applyAsInt(agency, other), most, List.of()))
                        .sorted(Comparator.comparing(Rank::count).reversed())
                        .toList();
                ranks.add(rank(day, agency, field.hue(), total.applyAsInt(agency), most, parts));
            }
        }
        ranks.sort(Comparator.comparing(Rank::count).reversed());
        return ranks;
    }

    private static Rank rank(CityDay day, AgencyCode agency, int hue, int count, int most, List<Rank> parts) {
        return new Rank(day.named(agency), hue, count, Math.max(1, 100 * count / most), parts);
    }
}
