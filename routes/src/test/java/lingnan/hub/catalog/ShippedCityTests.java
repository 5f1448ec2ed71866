package lingnan.hub.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency.Connection;
import lingnan.hub.catalog.Subject.Answered;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the talk of 10 November 2009, and the history behind them, computed from the files. */
class ShippedCityTests {

    private static final LocalDate TALK = LocalDate.of(2009, 11, 10);
    private static final LocalDate BEFORE_THE_REFORM = LocalDate.of(2009, 8, 1);

    /** How many subjects each agency provides. */
    private static final String PROVIDED = """
        DRC 8 ETC 5 FTEC 6 EDU 8 STI 5 PSB 18 TPB 8 FIRE 6 SUP 4 CAB 15 JUS 5 FIN 9 HRSS 11 LRH 18 EPB 8 PLAN 10
        CON 13 TRANS 8 WATER 6 AGRI 3 FGB 5 UMC 7 CULT 4 HEALTH 9 FPC 7 AUDIT 2 STAT 5 AIC 14 QTS 8 FDA 6 SAFE 4
        CADO 3 FAO 4 BIAN 4 FPO 8 GASC 5 NTAX 8 LTAX 10 MET 3 HPF 5 SIF 7 DPF 5 ARCH 3 CUS 4 CIQ 3 PBC 3""";

    private final Snapshot city = ShippedCity.snapshot();

    @Test
    void hasTheFiguresOfTheTalk() {
        List<Agency> agencies = city.agencies(TALK);

        assertThat(agencies).hasSize(46);
        assertThat(agencies).filteredOn(agency -> agency.share().daily()).hasSize(28);
        assertThat(agencies.stream()
                        .mapToInt(agency -> agency.share().recordsPerDay())
                        .sum())
                .isEqualTo(520_000);
        assertThat(city.subjects(TALK)).hasSize(320);
        assertThat(city.programmes()).hasSize(8).allMatch(programme -> programme.isValidOn(TALK));
    }

    @Test
    void eachAgencyProvidesAsManySubjectsAsItIsSaidTo() {
        String[] words = PROVIDED.split("\\s+");
        Map<String, Long> expected = Arrays.stream(words)
                .filter(word -> word.matches("[A-Z]+"))
                .collect(Collectors.toMap(
                        code -> code,
                        code -> Long.valueOf(words[Arrays.asList(words).indexOf(code) + 1])));

        Map<String, Long> provided = city.subjects(TALK).stream()
                .collect(groupingBy(subject -> subject.provider().value(), counting()));

        assertThat(provided).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "STI-CATALOGUE, 信息化办公室, 科技和信息化局",
        "STI-HIGHTECH, 科学技术局, 科技和信息化局",
        "HRSS-EMPLOY, 劳动和社会保障局, 人力资源和社会保障局",
        "UMC-MUCK, 市容环境卫生局, 城市管理委员会",
        "CON-PERMIT, 建设委员会, 城乡建设委员会",
        "PLAN-BUILD-PERMIT, 城市规划局, 规划局",
        "AIC-ENT-REG, 工商行政管理局, 工商行政管理局"
    })
    void knowsWhoProvidedASubjectBeforeTheReformAndAfter(String code, String before, String after) {
        Subject subject = city.subject(SubjectCode.of(code), TALK).orElseThrow();

        assertThat(city.provider(subject, BEFORE_THE_REFORM))
                .hasValueSatisfying(agency -> assertThat(agency.name().zh()).isEqualTo(before));
        assertThat(city.provider(subject, TALK))
                .hasValueSatisfying(agency -> assertThat(agency.name().zh()).isEqualTo(after));
    }

    @Test
    void bodiesThatEndedAreKnownByNameAndStandNoMore() {
        AgencyCode parks = AgencyCode.of("MUNI");

        assertThat(city.agency(parks))
                .hasValueSatisfying(agency -> assertThat(agency.lineage().successors())
                        .extracting(AgencyCode::value)
                        .containsExactly("CON", "FGB", "UMC"));
        assertThat(city.agency(parks, LocalDate.of(2009, 9, 23))).isPresent();
        assertThat(city.agency(parks, LocalDate.of(2009, 9, 24))).isEmpty();
        assertThat(city.agencies(TALK)).noneMatch(agency -> agency.code().equals(parks));
    }

    @Test
    void everySubjectMayBeAskedForBySomebodyAndComesByAWayThatItsProviderHas() {
        for (Subject subject : city.subjects()) {
            assertThat(city.grants())
                    .as(subject.code().value())
                    .anyMatch(grant -> grant.subject().equals(subject.code())
                            && !grant.startsAfter(TALK)
                            && !grant.endedBefore(TALK));
            assertThat(city.agency(subject.provider()).orElseThrow().share().connections())
                    .containsAll(subject.offer().connections());
        }
        assertThat(city.subjects())
                .filteredOn(subject -> subject.offer().answered() == Answered.LIVE)
                .allMatch(subject -> subject.offer().connections().contains(Connection.WEB_SERVICE))
                .hasSize(6);
    }

    @Test
    void whatIsAboutPersonsIsSharedOnConditionsAndForACaseOnly() {
        for (Subject subject : city.subjects()) {
            if (subject.aboutPersons()) {
                assertThat(subject.sharing()).as(subject.code().value()).isEqualTo(Subject.Sharing.CONDITIONAL);
                assertThat(city.grants().stream()
                                .filter(grant -> grant.subject().equals(subject.code())))
                        .allMatch(Grant::caseRequired)
                        .allMatch(grant -> !grant.standing() || subject.offer().batch());
            }
        }
    }

    @Test
    void taxAmountsNeverLeaveTheTaxSide() {
        AgencyCode tax = AgencyCode.of("NTAX");
        Subject vat = city.subject(SubjectCode.of("NTAX-VAT-MONTH"), TALK).orElseThrow();

        assertThat(vat.fields())
                .filteredOn(field -> !field.isOpenTo(AgencyCode.of("FIN")))
                .extracting(Subject.Field::name)
                .contains("declaredSales", "taxPaid");
        assertThat(vat.fields()).allMatch(field -> field.isOpenTo(tax));
        assertThat(city.grants())
                .filteredOn(grant ->
                        grant.fields().contains("taxPaid") || grant.fields().contains("taxPayable"))
                .extracting(grant -> grant.consumer().value())
                .isNotEmpty()
                .isSubsetOf("NTAX", "LTAX");
    }
}
