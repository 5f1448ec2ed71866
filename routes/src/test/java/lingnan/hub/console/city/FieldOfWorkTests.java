package lingnan.hub.console.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Programme;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** How the picture of the city's sharing is ordered, and that it adds up. */
class FieldOfWorkTests {

    private static final LocalDate COUNTED = LocalDate.of(2009, 11, 10);

    private static CityDay on(LocalDate day) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("console/words");
        words.setDefaultEncoding("UTF-8");
        words.setAlwaysUseMessageFormat(true);
        Snapshot city = ShippedCity.snapshot();
        return new CityDay(city, city.grants(), Map.of(), day, day, new Words(words, Locale.ENGLISH));
    }

    private static List<FieldOfWork> fields(CityDay day) {
        return FieldOfWork.of(day, Sharing.of(day));
    }

    private static FieldOfWork fieldOf(String agency) {
        return fields(on(COUNTED)).stream()
                .filter(field -> field.agencies().contains(AgencyCode.of(agency)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"2009-11-10, 46", "2009-08-01, 50", "2026-11-23, 46"})
    void placesEachAgencyOnce(LocalDate day, int agencies) {
        List<AgencyCode> placed = fields(on(day)).stream()
                .flatMap(field -> field.agencies().stream())
                .toList();
        assertThat(placed).doesNotHaveDuplicates().hasSize(agencies);
    }

    @ParameterizedTest
    @CsvSource({
        "LTAX, TAX",
        "NTAX, TAX",
        "CUS, TAX",
        "PLAN, CONSTRUCTION",
        "FIRE, CONSTRUCTION",
        "AIC, ENTERPRISE-BASE",
        "QTS, ENTERPRISE-BASE",
        "CAB, COMMUNITY",
        "SIF, SOCIAL-SECURITY",
        "PSB, FLOATING-POPULATION",
        "FIN, LAND-REVENUE"
    })
    void putsAnAgencyWhereItLeadsOrGivesMost(String agency, String programme) {
        assertThat(fieldOf(agency).programme()).extracting(Programme::code).isEqualTo(programme);
    }

    @Test
    void putsTheLeadFirstAndThoseOfNoProgrammeLast() {
        List<FieldOfWork> fields = fields(on(COUNTED));
        assertThat(fields.subList(0, fields.size() - 1)).allSatisfy(field -> assertThat(
                        field.agencies().get(0))
                .isEqualTo(field.programme() == null ? null : field.programme().lead()));
        assertThat(fields.get(fields.size() - 1).programme()).isNull();
        assertThat(fields).extracting(FieldOfWork::hue).doesNotHaveDuplicates();
    }

    @Test
    void hasNoFieldsBeforeTheFirstProgramme() {
        assertThat(fields(on(LocalDate.of(2006, 9, 30)))).hasSize(1).first().satisfies(field -> assertThat(
                        field.programme())
                .isNull());
    }

    @Test
    void addsUpFromEitherSide() {
        CityDay day = on(COUNTED);
        Sharing sharing = Sharing.of(day);
        Set<String> rights = new HashSet<>();
        for (Grant grant : day.inForce()) {
            rights.add(grant.consumer() + " " + grant.subject());
        }
        assertThat(sharing.agencies().stream().mapToInt(sharing::given).sum())
                .isEqualTo(
                        sharing.agencies().stream().mapToInt(sharing::takenBy).sum())
                .isEqualTo(rights.size());
        assertThat(Picture.of(day, sharing, fields(day)).lines())
                .hasSize(sharing.pairs())
                .isSortedAccordingTo((one, two) -> Integer.compare(one.count(), two.count()))
                .extracting(Picture.Line::count)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(rights.size()));
    }

    @Test
    void goesRoundTheCircleClockwiseFromTheTop() {
        List<FieldOfWork> fields = fields(on(COUNTED));
        Circle circle = new Circle(fields, 100);
        List<Double> angles = fields.stream()
                .flatMap(field -> field.agencies().stream())
                .map(circle::angle)
                .toList();
        assertThat(angles).isSorted().allMatch(angle -> angle > 0 && angle < 360);
        AgencyCode first = fields.get(0).agencies().get(0);
        assertThat(circle.y(first)).isLessThan(-90);
        assertThat(Math.hypot(circle.x(first), circle.y(first))).isBetween(99.9, 100.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Local Taxation Bureau | Local Taxation",
                "Bureau of Human Resources and Social Security | Human Resources and Social…",
                "Government Affairs Office (Government Service Centre) | Government Affairs Office…",
                "Office for Floating Population and Rental Housing | Floating Population…",
                "Guangzhou Customs | Guangzhou Customs",
            })
    void saysALongNameShortly(String name, String brief) {
        assertThat(Picture.brief(name)).isEqualTo(brief).hasSizeLessThanOrEqualTo(28);
    }
}
