package lingnan.city.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistersTests {

    private static final int SIZE = 20_000;
    private static final Registers REGISTERS = Registers.of(7, SIZE);

    private static List<Register> all(Registers registers) {
        return List.of(
                registers.enterprises(),
                registers.organisations(),
                registers.residents(),
                registers.taxpayers(),
                registers.deeds(),
                registers.permits());
    }

    private static List<Row> rows(Registers registers) {
        return all(registers).stream()
                .flatMap(register -> register.rows().stream())
                .toList();
    }

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        Registers small = Registers.of(1, 500);

        assertThat(rows(Registers.of(1, 500))).isEqualTo(rows(small));
        assertThat(Registers.of(1, 500).quality().flaws())
                .isEqualTo(small.quality().flaws());
        assertThat(rows(Registers.of(2, 500))).isNotEqualTo(rows(small));
    }

    @Test
    void holdThousandsOfRecordsEach() {
        assertThat(all(Registers.of(2009, 3_000)))
                .allSatisfy(register -> assertThat(register.rows()).hasSizeGreaterThan(2_000));
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void haveEachDefectAtItsRate(Defect defect) {
        Quality quality = REGISTERS.quality();
        int chances = quality.chances(defect);
        assertThat(chances).as("records that could have it").isGreaterThan(1_000);

        double fiveSigma = 5 * Math.sqrt(defect.rate() * (1 - defect.rate()) / chances);
        assertThat(quality.count(defect) / (double) chances).isCloseTo(defect.rate(), Offset.offset(fiveSigma));
    }

    @Test
    void showTheDefectsThatTheyCount() {
        assertThat(REGISTERS.residents().rows())
                .filteredOn(row -> row.get("GMSFHM").matches("440199\\d{9}"))
                .hasSize((int) count("PSB-POP-BASE", Defect.FIFTEEN_DIGIT_ID));
        assertThat(REGISTERS.organisations().rows())
                .filteredOn(row -> row.get("organisationCode").contains("-"))
                .hasSizeGreaterThanOrEqualTo((int) count("QTS-ORG-CODE", Defect.HYPHEN_IN_ORGANISATION_CODE));
        assertThat(REGISTERS.taxpayers().rows())
                .hasSize(SIZE + 2 - (int) count("LTAX-STATUS", Defect.NOT_REGISTERED_FOR_TAX));
        assertThat(REGISTERS.enterprises().rows())
                .filteredOn(row -> row.get("estDate").equals("19000101"))
                .hasSize((int) count("AIC-ENT-REG", Defect.DATE_OF_1900));
    }

    private static long count(String register, Defect defect) {
        return REGISTERS.quality().flaws().stream()
                .filter(flaw -> flaw.register().equals(register) && flaw.defect() == defect)
                .count();
    }

    @Test
    void agreeOnWhoIsWho() {
        Set<String> atQts = REGISTERS.organisations().rows().stream()
                .map(row -> row.get("registrationNumber"))
                .collect(Collectors.toSet());
        Set<String> atAic = REGISTERS.enterprises().rows().stream()
                .map(row -> row.get("regNo"))
                .collect(Collectors.toSet());

        assertThat(atQts).isEqualTo(atAic);
        assertThat(REGISTERS.taxpayers().rows()).allMatch(row -> atAic.contains(row.get("ZCH")));
        assertThat(atAic).hasSize(SIZE + 2).allMatch(number -> number.startsWith(Codes.DIVISION));
    }

    @Test
    void namePersonsByTheUnassignedCountyOnly() {
        Stream<String> ids = Stream.concat(
                REGISTERS.residents().rows().stream().map(row -> row.get("GMSFHM")),
                REGISTERS.deeds().rows().stream().map(row -> row.get("GMFZJH")));

        assertThat(ids.filter(id -> !id.isEmpty()).map(Codes::lookup)).allMatch(id -> id.startsWith("440199"));
    }

    @Test
    void keepRareCharactersWhereTheProvidersStackCanHoldThem() {
        assertThat(rows(REGISTERS.enterprises())).as("Axis 1.4").noneMatch(RegistersTests::isBeyondBmp);
        assertThat(rows(REGISTERS.taxpayers())).as("GBK").noneMatch(RegistersTests::isBeyondBmp);
        assertThat(rows(REGISTERS.permits())).anyMatch(RegistersTests::isBeyondBmp);
        assertThat(rows(REGISTERS.residents())).anyMatch(RegistersTests::isBeyondBmp);
        assertThat(rows(REGISTERS.enterprises())).anyMatch(text -> text.contains("㑇") || text.contains("䶮"));
    }

    private static List<String> rows(Register register) {
        return register.rows().stream()
                .flatMap(row -> row.columns().values().stream())
                .toList();
    }

    private static boolean isBeyondBmp(String text) {
        return text.codePoints().anyMatch(c -> c > 0xFFFF);
    }

    @Test
    void findRecordsHoweverTheirKeysAreWritten() {
        assertThat(names(REGISTERS.organisations(), "organisationCode", "qqtext01-7", "name"))
                .containsExactly(WellKnown.ENTERPRISE_NAME);
        assertThat(names(REGISTERS.residents(), "GMSFHM", "440199550615002", "XM"))
                .containsExactly(WellKnown.CITIZEN_NAME);
        assertThat(names(REGISTERS.permits(), "permitNumber", "穗规建证[2009]9901号", "builder"))
                .containsExactly(WellKnown.RARE_NAME);
        assertThat(names(REGISTERS.enterprises(), "regNo", WellKnown.RARE_REGISTRATION_NUMBER, "entName"))
                .containsExactly(WellKnown.RARE_NAME_AT_AIC);
    }

    private static List<String> names(Register register, String key, String value, String column) {
        return register.find(Map.of(key, value)).stream()
                .map(row -> row.get(column))
                .toList();
    }

    @Test
    void findNothingForNoKeyAndRefuseUnknownOnes() {
        assertThat(REGISTERS.residents().find(Map.of("GMSFHM", " "))).isEmpty();
        assertThatThrownBy(() -> REGISTERS.residents().find(Map.of("XM", "陈")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XM");
    }
}
