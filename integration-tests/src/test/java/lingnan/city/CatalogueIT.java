package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lingnan.wsdl.catalog.Agency;
import lingnan.wsdl.catalog.Catalog;
import lingnan.wsdl.catalog.CatalogService;
import lingnan.wsdl.catalog.DescribeSubject;
import lingnan.wsdl.catalog.Field;
import lingnan.wsdl.catalog.FindAgencies;
import lingnan.wsdl.catalog.FindProgrammes;
import lingnan.wsdl.catalog.FindSubjects;
import lingnan.wsdl.catalog.FindSubjectsResponse;
import lingnan.wsdl.catalog.Programme;
import lingnan.wsdl.catalog.Refused;
import lingnan.wsdl.catalog.SubjectDescription;
import lingnan.wsdl.catalog.SubjectSummary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /services/catalog} as agencies ask it, at a real hub with the shipped city. */
class CatalogueIT {

    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String AUDIT = "GZ/GOV/AUDIT/AUDIT";

    @TempDir
    static Path folder;

    private static HubProcess hub;
    private static CatalogueClient catalogue;

    @BeforeAll
    static void start() throws IOException {
        hub = HubProcess.start(new HubProcess.Setting(folder.resolve("hub"), Map.of(), Map.of(), List.of()));
        catalogue = new CatalogueClient(hub);
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
    }

    @Test
    void countsTheWholeCityAndGivesItInPages() throws Refused {
        FindSubjectsResponse first = as(LTAX).findSubjects(new FindSubjects());
        assertThat(first.getTotal()).isEqualTo(320);
        assertThat(first.getSubject()).hasSize(100);

        FindSubjects rest = new FindSubjects();
        rest.setFirst(301);
        rest.setLimit(100);
        List<SubjectSummary> last = as(LTAX).findSubjects(rest).getSubject();
        assertThat(last).hasSize(20).extracting(SubjectSummary::getCode).isSorted();
        assertThat(last.get(0).getCode())
                .isGreaterThan(first.getSubject().get(99).getCode());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LAND-REVENUE, , , , LTAX-DEED-PAID, AIC-ENT-REG
            , QTS, , , QTS-ORG-CODE, AIC-ENT-REG
            , , CitizenId, , PSB-POP-BASE, PLAN-BUILD-PERMIT
            , , registrationNumber, , LTAX-STATUS, PSB-POP-BASE
            , , , 契税, LTAX-DEED-PAID, PSB-POP-BASE
            , , , deed Tax, LTAX-DEED-PAID, PSB-POP-BASE
            , , , ｄｅｅｄ－ｐａｉｄ, LTAX-DEED-PAID, PSB-POP-BASE
            , LTAX, taxpayerNumber, 税务, LTAX-STATUS, LTAX-DEED-PAID
            """)
    void findsByProgrammeAgencyKeyAndText(
            String programme, String agency, String key, String text, String found, String other) throws Refused {
        FindSubjects asked = new FindSubjects();
        asked.setProgramme(programme);
        asked.setAgency(agency);
        asked.setKey(key);
        asked.setText(text);
        assertThat(as(LTAX).findSubjects(asked).getSubject())
                .extracting(SubjectSummary::getCode)
                .contains(found)
                .doesNotContain(other);
    }

    @Test
    void findsNothingBeyondTheBmpAndSaysSo() throws Refused {
        FindSubjects asked = new FindSubjects();
        asked.setText("𠮷䶮");
        assertThat(as(LTAX).findSubjects(asked).getTotal()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2009-08-01, LSS, 劳动和社会保障局", "2009-11-10, HRSS, 人力资源和社会保障局"})
    void saysWhoProvidedItOnADay(LocalDate day, String code, String name) throws Refused {
        SubjectDescription subject = describe(LTAX, "HRSS-EMPLOY", day);
        assertThat(subject.getSummary().getProvider().getCode()).isEqualTo(code);
        assertThat(subject.getSummary().getProvider().getName().getZh()).isEqualTo(name);
        assertThat(subject.getSubsystem()).isEqualTo("GZ/GOV/HRSS/EMPLOY");

        FindSubjects provided = new FindSubjects();
        provided.setAgency(code);
        provided.setOn(CatalogueClient.date(day));
        assertThat(as(LTAX).findSubjects(provided).getSubject())
                .extracting(SubjectSummary::getCode)
                .contains("HRSS-EMPLOY");
    }

    @Test
    void tellsTheCallerWhatItMaySee() throws Refused {
        SubjectDescription granted = describe(LTAX, "AIC-ENT-REG", LocalDate.of(2009, 11, 10));
        assertThat(granted.getSummary().isGranted()).isTrue();
        assertThat(field(granted, "name").isGranted()).isTrue();
        assertThat(field(granted, "legalRepresentativeId").isGranted()).isFalse();
        assertThat(field(granted, "registrationNumber").isKey()).isTrue();
        assertThat(field(granted, "registrationNumber").getLabel().getZh()).isNotBlank();

        assertThat(describe(LTAX, "PSB-POP-BASE", LocalDate.of(2008, 12, 31))
                        .getSummary()
                        .isGranted())
                .as("a grant of 2007 and 2008")
                .isTrue();
        assertThat(describe(LTAX, "PSB-POP-BASE", LocalDate.of(2009, 1, 1))
                        .getSummary()
                        .isGranted())
                .isFalse();
    }

    @Test
    void tellsWhatIsWithheldFromTheCallerOnly() throws Refused {
        LocalDate day = LocalDate.of(2009, 11, 10);
        assertThat(describe(AUDIT, "CUS-DUTY", day).getField()).anyMatch(Field::isWithheld);
        assertThat(describe(LTAX, "CUS-DUTY", day).getField()).noneMatch(Field::isWithheld);
    }

    @Test
    void givesTheAddressOfAWsdlThatIsThere() throws IOException, Refused {
        String wsdl = describe(LTAX, "AIC-ENT-REG", LocalDate.of(2009, 11, 10)).getWsdl();
        assertThat(wsdl).startsWith(hub.base().toString()).endsWith("services/AIC-ENT-REG?wsdl");
        assertThat(ForeignProgram.of("curl", "-sS", "-f", wsdl).output()).contains("urn:lingnan:gz:AIC-ENT-REG:1");
    }

    @Test
    void listsAgenciesUnderTheNamesOfTheDay() throws Refused {
        assertThat(agencies(LocalDate.of(2009, 11, 10), null)).hasSize(46);
        assertThat(agencies(LocalDate.of(2009, 8, 1), "社会保障"))
                .extracting(Agency::getCode)
                .containsExactly("LSS");
        assertThat(agencies(LocalDate.of(2009, 8, 1), "社会保障").get(0).getSuccessor())
                .containsExactly("HRSS");
        assertThat(agencies(LocalDate.of(2009, 11, 10), "ｑｔｓ").get(0).getProvides())
                .isEqualTo(8);
    }

    @Test
    void listsProgrammes() throws Refused {
        FindProgrammes asked = new FindProgrammes();
        asked.setOn(CatalogueClient.date(LocalDate.of(2009, 11, 10)));
        List<Programme> programmes = as(LTAX).findProgrammes(asked).getProgramme();
        assertThat(programmes).hasSize(8);
        assertThat(programmes)
                .filteredOn(programme -> programme.getCode().equals("CONSTRUCTION"))
                .singleElement()
                .satisfies(programme -> {
                    assertThat(programme.getLead().getCode()).isEqualTo("CON");
                    assertThat(programme.getSubject()).contains("PLAN-BUILD-PERMIT");
                    assertThat(programme.getMeasure()).isNotEmpty();
                });
    }

    @Test
    void saysWhatThereIsNot() {
        DescribeSubject unknown = new DescribeSubject();
        unknown.setCode("AIC-NO-SUCH");
        assertThat(refused(unknown)).isEqualTo("unknown_service");
        unknown.setCode("not a code 𠮷");
        assertThat(refused(unknown)).isEqualTo("unknown_service");
        unknown.setCode("AIC-ENT-REG");
        unknown.setVersion(7);
        assertThat(refused(unknown)).isEqualTo("unknown_service");
        Catalog soap12 = catalogue.as(LTAX, new CatalogService().getCatalogSoap12());
        assertThat(catchThrowableOfType(Refused.class, () -> soap12.describeSubject(unknown))
                        .getFaultInfo()
                        .getZh())
                .isNotBlank();
    }

    @Test
    void logsEachLookBeforeItIsAnswered() throws IOException {
        RawHttp.Answer answer = catalogue.post(LTAX, "", "<FindProgrammes xmlns=\"urn:lingnan:hub:catalog:1\"/>");
        assertThat(answer.status()).isEqualTo(200);
        String message = answer.head().replaceFirst("(?si).*X-Lingnan-Message: (\\S+).*", "$1");
        assertThat(HubCommand.run(hub, "trace", message).output()).contains(LTAX, "FindProgrammes");
    }

    @Test
    void logsWhatItRefusesBeforeItIsUnderstood() throws IOException {
        String nonsense = "<FindSubjects xmlns=\"urn:lingnan:hub:catalog:1\"><limit>𠮷</limit></FindSubjects>";
        RawHttp.Answer answer = catalogue.post(LTAX, "", nonsense);
        assertThat(answer.code()).isEqualTo("invalid_body");
        String message = answer.head().replaceFirst("(?si).*X-Lingnan-Message: (\\S+).*", "$1");
        assertThat(HubCommand.run(hub, "trace", message).output()).contains(LTAX, "refused", "invalid_body", "𠮷");
    }

    @Test
    void logsWhatItRefusesAfterALook() throws IOException {
        String nothing =
                "<DescribeSubject xmlns=\"urn:lingnan:hub:catalog:1\"><code>AIC-NO-SUCH</code></DescribeSubject>";
        RawHttp.Answer answer = catalogue.post(LTAX, "", nothing);
        assertThat(answer.code()).isEqualTo("unknown_service");
        String message = answer.head().replaceFirst("(?si).*X-Lingnan-Message: (\\S+).*", "$1");
        assertThat(HubCommand.run(hub, "trace", message).output())
                .contains(LTAX, "looked", "refused", "unknown_service");
    }

    private static Catalog as(String subsystem) {
        return catalogue.as(subsystem);
    }

    private static SubjectDescription describe(String caller, String code, LocalDate day) throws Refused {
        DescribeSubject asked = new DescribeSubject();
        asked.setCode(code);
        asked.setOn(CatalogueClient.date(day));
        return as(caller).describeSubject(asked).getSubject();
    }

    private static String refused(DescribeSubject asked) {
        Refused refused = catchThrowableOfType(Refused.class, () -> as(LTAX).describeSubject(asked));
        return refused.getFaultInfo().getCode();
    }

    private static Field field(SubjectDescription subject, String name) {
        return subject.getField().stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Agency> agencies(LocalDate day, String text) throws Refused {
        FindAgencies asked = new FindAgencies();
        asked.setOn(CatalogueClient.date(day));
        asked.setText(text);
        return as(LTAX).findAgencies(asked).getAgency();
    }
}
