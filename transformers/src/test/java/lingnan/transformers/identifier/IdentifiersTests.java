package lingnan.transformers.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published examples of the standards, and numbers of the county code 440199, which is not assigned. */
class IdentifiersTests {

    private static final LocalDate TODAY = LocalDate.of(2009, 11, 10);

    private static final Map<String, Function<String, Checked<?>>> CHECKS = Map.of(
            "citizen", text -> CitizenId.check(text, TODAY),
            "organisation", OrganisationCode::check,
            "credit", text -> UnifiedSocialCreditCode.check(text, TODAY),
            "registration", text -> RegistrationNumber.check(text, TODAY),
            "permit", text -> ConstructionPermitNumber.check(text, TODAY),
            "division", text -> DivisionCode.check(text, TODAY, Divisions.UNKNOWN),
            "taxpayer", text -> TaxpayerNumber.check(text, TODAY));

    @ParameterizedTest
    @CsvSource({
        "citizen,11010519491231002X", // published
        "citizen,440524188001010014", // published
        "citizen,440199198001010012",
        "citizen,440199195506150025",
        "citizen,44019919900101005X",
        "citizen,440199550615002",
        "organisation,D2143569X", // published
        "organisation,QQTEXT017",
        "organisation,QQTEXT025",
        "organisation,QQTEXT05X",
        "organisation,QQTEXT180",
        "credit,91350100M000100Y43", // published
        "credit,914403003429409755",
        "credit,914403006990676707",
        "credit,91440300L83341734R",
        "credit,91110108351303601C",
        "credit,91440199QQTEXT017U",
        "credit,92440199QQTEXT025K",
        "credit,12440199QQTEXT033N",
        "credit,51440199QQTEXT0763",
        "registration,110108000000016", // published
        "registration,440199100000011",
        "registration,440199200000016",
        "registration,440199400000019",
        "registration,440199600123451",
        "permit,440199200911100101",
        "permit,440199200911100101S",
        "division,440199",
        "division,440104003",
        "division,440104003012",
        "taxpayer,440199QQTEXT017",
        "taxpayer,44019919550615002501",
        "taxpayer,44019955061500200000",
        "taxpayer,91440199QQTEXT017U",
        "taxpayer,L91440199QQTEXT017U"
    })
    void findsSoundOnesSound(String kind, String text) {
        Checked<?> checked = CHECKS.get(kind).apply(text);

        assertThat(checked.remarks()).isEmpty();
        assertThat(checked.value()).map(Object::toString).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "citizen,44019919900101005x,44019919900101005X",
        "citizen,４４０１９９１９９００１０１００５Ｘ,44019919900101005X",
        "citizen,' 440199 19900101 005X　',44019919900101005X",
        "organisation,D2143569-X,D2143569X",
        "organisation,d2143569－x,D2143569X",
        "organisation,QQTEXT01 - 7,QQTEXT017",
        "organisation,ＱＱＴＥＸＴ０１－７,QQTEXT017",
        "organisation,QQTEXT01—7,QQTEXT017",
        "credit,91440199qqtext017u,91440199QQTEXT017U",
        "registration,４４０１９９１００００００１１,440199100000011",
        "registration,440199 100000011,440199100000011",
        "taxpayer,440199QQTEXT01-7,440199QQTEXT017",
        "division,４４０１０４,440104"
    })
    void normalisesFirst(String kind, String text, String expected) {
        Checked<?> checked = CHECKS.get(kind).apply(text);

        assertThat(checked.isSound()).isTrue();
        assertThat(checked.value()).map(Object::toString).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "citizen,44019919800101001,SHAPE",
        "citizen,'',SHAPE",
        "citizen,44019919800101001A,CHARACTERS",
        "citizen,X40199198001010012,CHARACTERS",
        "citizen,44019955061500X,CHARACTERS",
        "organisation,QQTEXT01,SHAPE",
        "organisation,QQTEXT01-77,SHAPE",
        "organisation,QQTEXT0天7,CHARACTERS",
        "organisation,QQTEXT01A,CHARACTERS",
        "credit,91440199QQTEXT017,SHAPE",
        "credit,91440199OQTEXT017U,CHARACTERS",
        "credit,9144019IQQTEXT017U,CHARACTERS",
        "credit,9144019AQQTEXT017U,CHARACTERS",
        "credit,91440199SQTEXT017U,CHARACTERS",
        "credit,91440199VQTEXT017U,CHARACTERS",
        "credit,91440199ZQTEXT017U,CHARACTERS",
        "registration,44019910000001,SHAPE",
        "registration,4401991000000112,SHAPE",
        "registration,44019910000001X,CHARACTERS",
        "permit,44019920091110010,SHAPE",
        "permit,44019920091110010A,CHARACTERS",
        "permit,440199200911100101B,CHARACTERS",
        "division,4401,SHAPE",
        "division,44010A,CHARACTERS",
        "taxpayer,440199,SHAPE",
        "taxpayer,44019XQQTEXT017,CHARACTERS",
        "taxpayer,M91440199QQTEXT017U,CHARACTERS",
        "taxpayer,4401991955061500250X,CHARACTERS"
    })
    void refusesWrongShapesAndCharacters(String kind, String text, Level level) {
        Checked<?> checked = CHECKS.get(kind).apply(text);

        assertThat(checked.isUsable()).isFalse();
        assertThat(checked.failedLevels()).containsExactly(level);
        assertThat(level.isWarning()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "citizen,440199198001010011,CHECK_DIGIT,",
        "citizen,440199200902290031,SEMANTICS,", // its check digit is right; there was no such day
        "citizen,440199200902290032,CHECK_DIGIT,SEMANTICS",
        "citizen,440199201001010014,SEMANTICS,CHECK_DIGIT",
        "citizen,440199551315002,SEMANTICS,",
        "organisation,QQTEXT01-8,CHECK_DIGIT,",
        "credit,91350100M0001TGQXM,CHECK_DIGIT,", // legal all the same: a code of the pilot
        "credit,91440199QQTEXT0170,CHECK_DIGIT,",
        "registration,440000000012345,CHECK_DIGIT,",
        "registration,4401991000001,SEMANTICS,",
        "permit,440199200902300101,SEMANTICS,",
        "permit,440199200911110101,SEMANTICS,",
        "permit,440199200911100001,SEMANTICS,",
        "permit,440199200911100199,SEMANTICS,",
        "taxpayer,440199QQTEXT018,CHECK_DIGIT,"
    })
    void warnsOfWrongCheckDigitsAndMeanings(String kind, String text, Level one, Level other) {
        Checked<?> checked = CHECKS.get(kind).apply(text);

        assertThat(checked.isUsable()).isTrue();
        assertThat(checked.isSound()).isFalse();
        assertThat(checked.failedLevels()).isEqualTo(other == null ? Set.of(one) : Set.of(one, other));
        assertThat(checked.failedLevels()).allMatch(Level::isWarning);
    }

    @Test
    void makesEighteenOfFifteen() {
        CitizenId id = CitizenId.check("440199550615002", TODAY).value().orElseThrow();

        assertThat(id.eighteen()).isEqualTo(new CitizenId("440199195506150025"));
        assertThat(id.eighteen().eighteen()).isEqualTo(id.eighteen());
        assertThat(id.birthDate()).contains(LocalDate.of(1955, 6, 15));
        assertThat(id.isFemale()).isTrue();
        assertThat(new CitizenId("440199800101001").isFemale()).isFalse();
        assertThat(new CitizenId("440199800101996").eighteen().value()).startsWith("44019918800101996");
        assertThat(new CitizenId("11010519491231002X").isFemale()).isTrue();
    }

    @Test
    void followsThePublishedTraceOfMod1110() {
        assertThat(Arrays.stream(Mod1110.trace("11010800000001")).boxed().collect(Collectors.toList()))
                .containsExactly(2, 6, 1, 4, 8, 1, 2, 4, 8, 5, 10, 9, 7, 5);
        assertThat(Mod1110.checkDigit("11010800000001")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "440199100000011,DOMESTIC_ENTERPRISE",
        "440199200000016,DOMESTIC_ENTERPRISE",
        "440199400000019,FOREIGN_ENTERPRISE",
        "440199600123451,SELF_EMPLOYED",
        "4401991000001,DOMESTIC_ENTERPRISE",
        "4401993000001,SELF_EMPLOYED"
    })
    void knowsWhomARegistrationIsFor(String number, RegistrationNumber.Holder holder) {
        RegistrationNumber parsed =
                RegistrationNumber.check(number, TODAY).value().orElseThrow();

        assertThat(parsed.holder()).isEqualTo(holder);
        assertThat(parsed.isOfBefore2007()).isEqualTo(number.length() == 13);
        assertThat(parsed.division()).isEqualTo("440199");
    }

    @Test
    void printsOrganisationCodesWithTheirHyphen() {
        assertThat(new OrganisationCode("D2143569X").printed()).isEqualTo("D2143569-X");
    }

    @Test
    void takesCreditCodesApart() {
        UnifiedSocialCreditCode code = new UnifiedSocialCreditCode("91440199QQTEXT017U");

        assertThat(code.division()).isEqualTo("440199");
        assertThat(code.organisationCode()).isEqualTo(new OrganisationCode("QQTEXT017"));
    }

    @ParameterizedTest
    @CsvSource({
        "440199QQTEXT017,QQTEXT017",
        "91440199QQTEXT017U,QQTEXT017",
        "L91440199QQTEXT017U,QQTEXT017",
        "44019919550615002501,"
    })
    void comparesTaxpayersByTheirOrganisation(String number, String organisation) {
        assertThat(new TaxpayerNumber(number)
                        .organisationCode()
                        .map(OrganisationCode::value)
                        .orElse(null))
                .isEqualTo(organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"440102", "440102003"})
    void asksTheTableOfDivisionsForTheDay(String code) {
        Divisions table = (division, day) -> !division.startsWith("4401")
                ? Divisions.Existence.NEVER
                : division.startsWith("440102") && day.getYear() >= 2005
                        ? Divisions.Existence.WITHDRAWN
                        : Divisions.Existence.EXISTS;

        assertThat(DivisionCode.check(code, TODAY, table).failedLevels()).containsExactly(Level.SEMANTICS);
        assertThat(DivisionCode.check(code, LocalDate.of(2004, 1, 1), table).isSound())
                .isTrue();
        assertThat(DivisionCode.check("990102", TODAY, table).failedLevels()).containsExactly(Level.SEMANTICS);
        // A withdrawn division stays in a citizen's number for life.
        assertThat(CitizenId.check("440102195506150020", TODAY, table).failedLevels())
                .doesNotContain(Level.SEMANTICS);
        assertThat(CitizenId.check("990199195506150025", TODAY, table).failedLevels())
                .contains(Level.SEMANTICS);
        assertThat(ConstructionPermitNumber.check("440102200911100101", TODAY, table)
                        .failedLevels())
                .containsExactly(Level.SEMANTICS);
        assertThat(RegistrationNumber.check("440102100000011", TODAY, table).failedLevels())
                .doesNotContain(Level.SEMANTICS);
        assertThat(UnifiedSocialCreditCode.check("91990199QQTEXT017U", TODAY, table)
                        .failedLevels())
                .contains(Level.SEMANTICS);
    }

    @Test
    void knowsWhichDivisionLiesInWhich() {
        assertThat(new DivisionCode("440104").contains(new DivisionCode("440104003")))
                .isTrue();
        assertThat(new DivisionCode("440100").contains(new DivisionCode("440104003")))
                .isTrue();
        assertThat(new DivisionCode("440000").contains(new DivisionCode("440104")))
                .isTrue();
        assertThat(new DivisionCode("440104003").contains(new DivisionCode("440104004")))
                .isFalse();
        assertThat(new DivisionCode("440104").contains(new DivisionCode("440105")))
                .isFalse();
        assertThat(new DivisionCode("440104003").street()).contains("440104003");
        assertThat(new DivisionCode("440104").street()).isEmpty();
        assertThat(new DivisionCode("440104003012").county()).isEqualTo("440104");
    }
}
