package lingnan.city.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lingnan.city.Installation;
import org.junit.jupiter.api.Test;

class HeldRecordsTests {

    private static final Path CITY = Installation.find().root().resolve("routes/city/guangzhou-2009");

    private static HeldSubject subject(String code) throws IOException {
        return HeldSubject.of(CITY).stream()
                .filter(subject -> subject.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areOfEverySubjectThatIsNotAnsweredLive() throws IOException {
        assertThat(HeldSubject.of(CITY))
                .hasSize(314)
                .extracting(HeldSubject::code)
                .contains("CAB-MARRIAGE", "DRC-PROJECT")
                .doesNotContain("AIC-ENT-REG", "PSB-POP-BASE");
    }

    @Test
    void areTheSameForTheSameSeed() throws IOException {
        HeldSubject marriages = subject("CAB-MARRIAGE");

        assertThat(HeldRecords.of(1, 30).records(marriages))
                .isEqualTo(HeldRecords.of(1, 30).records(marriages));
        assertThat(HeldRecords.of(1, 30).records(marriages))
                .isNotEqualTo(HeldRecords.of(2, 30).records(marriages));
    }

    @Test
    void speakOfOnePersonInAllThatIsSaidOfHim() throws IOException {
        Population population = Population.of(5, 200);
        List<Map<String, String>> marriages = HeldRecords.of(5, 200).records(subject("CAB-MARRIAGE"));

        Map<String, String> first = marriages.get(0);
        assertThat(first.get("husbandId").charAt(16) % 2).as("a man").isEqualTo(1);
        assertThat(first.get("wifeId")).isNotEqualTo(first.get("husbandId"));
        Person wife = population.persons().stream()
                .filter(person -> person.citizenId().equals(first.get("wifeId")))
                .findFirst()
                .orElseThrow();
        assertThat(first)
                .containsEntry("wifeName", wife.name())
                .containsEntry("wifeBirthDate", wife.birth().toString());
        assertThat(marriages.toString()).containsPattern("[㑇䶮堃犇𠮷𤦌]");
    }

    @Test
    void haveTheDefectsOfRealRegisters() throws IOException {
        HeldRecords records = HeldRecords.of(5, 2_000);
        records.records(subject("CAB-MARRIAGE"));

        assertThat(records.quality().flaws())
                .extracting(Flaw::defect)
                .contains(Defect.WRONG_CHECK_DIGIT, Defect.FIFTEEN_DIGIT_ID, Defect.DATE_OF_1900, Defect.LOWER_CASE_X);
    }
}
