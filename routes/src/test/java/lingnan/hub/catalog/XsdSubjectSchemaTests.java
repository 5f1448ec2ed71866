package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.assertj3.XmlAssert;

class XsdSubjectSchemaTests {

    private static final String NS = "urn:lingnan:gz:AIC-ENT-REG:1";
    private static final String RECORD = """
        <record>
          <registrationNumber>440199100000011</registrationNumber>
          <name>广州𠮷祥䶮㑇·有限公司</name>
          <legalRepresentative>𠮷䶮·㑇</legalRepresentative>
          <legalRepresentativeId>440199198001010012</legalRepresentativeId>
          <establishedOn>2007-08-09</establishedOn>
          <status>存续</status>
        </record>
        """;

    /** Of the types that not just any text is of. */
    private static final Map<String, String> SAMPLES = Map.of(
            "Year", "2009",
            "YearMonth", "2009-11",
            "Quarter", "2009-Q4",
            "Date", "2009-11-10",
            "DateTime", "2009-11-10T09:00:00+08:00");

    private final SubjectSchema schema = ShippedCity.subject("AIC-ENT-REG").schema();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <registrationNumber>440199100000011</registrationNumber>
        <name>𠮷祥</name>
        <registrationNumber>４４０１９９１０００</registrationNumber><organisationCode>QQTEXT01-7</organisationCode>
        ''
        """)
    void acceptsQueriesByAnyKey(String keys) {
        assertThat(schema.validateQuery(query(keys == null ? "" : keys))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <status>存续</status>                                            | line 1, <status>: not expected here; expected: registrationNumber, name, organisationCode
        <name>a</name><registrationNumber>1</registrationNumber>         | line 1, <registrationNumber>: not expected here; expected: organisationCode
        <organisationCode>1</organisationCode><name>a</name>             | line 1, <name>: not expected here; nothing more may follow
        <registrationNumber/>                                            | line 1, <registrationNumber>: is empty; leave out what is not known
        <name xmlns="urn:other">x</name>                                 | line 1, <name>: not expected here; expected: registrationNumber, name, organisationCode
        stray                                                            | line 1, <Query>: has text or elements where none may stand
        <registrationNumber all="true">1</registrationNumber>            | line 1, <registrationNumber>: has an attribute that is not known
        """)
    void refusesAQueryWithLineAndElement(String body, String expected) {
        assertThat(schema.validateQuery(query(body))).contains(expected);
    }

    @Test
    void refusesAValueThatIsTooLongWithoutRepeatingIt() {
        assertThat(schema.validateQuery(query("<registrationNumber>" + "7".repeat(65) + "</registrationNumber>")))
                .contains("line 1, <registrationNumber>: is too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <Collect xmlns="urn:lingnan:gz:AIC-ENT-REG:1"><messageId>1</messageId></Collect> | the root is Collect of another kind; expected Query
        <Query/>                                                                       | of another kind
        <Query xmlns="urn:lingnan:gz:AIC-ENT-REG:1">                                   | not well-formed
        <!DOCTYPE Query [<!ENTITY a 'b'>]><Query xmlns="urn:lingnan:gz:AIC-ENT-REG:1"/>   | not well-formed XML, or has a DTD
        <Query xmlns="urn:lingnan:gz:AIC-ENT-REG:1">&a;</Query>                          | not well-formed
        ''                                                                             | not well-formed
        """)
    void refusesWhatIsNoQueryAtAll(String document, String expected) {
        assertThat(schema.validateQuery(bytes(document == null ? "" : document)))
                .hasValueSatisfying(text -> assertThat(text).contains(expected));
    }

    @Test
    void boundsWhatItSaysOfManyMistakes() {
        String records = IntStream.range(0, 50)
                .mapToObj(i -> RECORD.replace("2007-08-09", "2026-02-30"))
                .collect(Collectors.joining());

        Optional<String> mistakes = schema.validateAnswer(answer(records));

        assertThat(mistakes).hasValueSatisfying(text -> assertThat(text)
                .hasSizeLessThan(400)
                .contains("line 7, <establishedOn>: has a value that is not of its type")
                .endsWith("; …")
                .doesNotContain("2026"));
    }

    @Test
    void acceptsACompleteAnswer() {
        assertThat(schema.validateAnswer(answer(RECORD))).isEmpty();
        assertThat(schema.validateAnswer(answer(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"registrationNumber", "name"})
    void refusesAnAnswerThatLacksARequiredField(String field) {
        String without = RECORD.replaceAll("<" + field + ">.*</" + field + ">", "");

        assertThat(schema.validateAnswer(answer(without)))
                .hasValueSatisfying(text -> assertThat(text).contains("expected: " + field));
        assertThat(schema.validateCutAnswer(answer(without))).isEmpty();
    }

    @Test
    void aProviderOwesNeitherReceiptNorWithheld() {
        assertThat(schema.validateAnswer(answer("<receipt messageId='1'/>"))).isPresent();
        assertThat(schema.validateAnswer(answer(RECORD + "<withheld>name</withheld>")))
                .isPresent();
        assertThat(schema.validateCutAnswer(answer("<receipt messageId='1' position='edge/1'/>")))
                .isEmpty();
    }

    @Test
    void refusesMoreThanAHundredRecords() {
        assertThat(schema.validateAnswer(answer(RECORD.repeat(100)))).isEmpty();
        assertThat(schema.validateAnswer(answer(RECORD.repeat(101)))).isPresent();
    }

    @Test
    void anEarlierMistakeDoesNotTroubleTheNextDocument() {
        for (int i = 0; i < 3; i++) {
            assertThat(schema.validateAnswer(answer("<wrong/>"))).isPresent();
            assertThat(schema.validateAnswer(bytes("<QueryResponse xmlns='" + NS + "'><record>")))
                    .isPresent();
            assertThat(schema.validateAnswer(answer(RECORD))).isEmpty();
        }
    }

    @Test
    void validatesInManyThreadsAtOnce() {
        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .filter(i -> schema.validateAnswer(answer(i % 2 == 0 ? RECORD : "<wrong/>"))
                                        .isEmpty()
                                == (i % 2 == 0)))
                .hasSize(2000);
    }

    @Test
    void validatesCollect() {
        assertThat(schema.validateCollect(bytes("<Collect xmlns='" + NS + "'><messageId>1</messageId></Collect>")))
                .isEmpty();
        assertThat(schema.validateCollect(bytes("<Collect xmlns='" + NS + "'/>")))
                .isPresent();
    }

    @Test
    void cutsToTheGrantedFieldsAndNamesTheRest() {
        byte[] cut = schema.cut(answer(RECORD), Set.of("name", "status", "legalRepresentative"), Set.of());

        assertThat(schema.validateCutAnswer(cut)).isEmpty();
        assertThat(schema.validateAnswer(cut)).isPresent();
        assertThat(new String(cut, StandardCharsets.UTF_8)).doesNotContain("440199", "2007-08-09");
        XmlAssert.assertThat(cut).and("""
                <QueryResponse xmlns="urn:lingnan:gz:AIC-ENT-REG:1" asOf="2009-11-10T09:00:00+08:00">
                  <record>
                    <name>广州𠮷祥䶮㑇·有限公司</name>
                    <legalRepresentative>𠮷䶮·㑇</legalRepresentative>
                    <status>存续</status>
                  </record>
                  <withheld>registrationNumber</withheld>
                  <withheld>organisationCode</withheld>
                  <withheld>legalRepresentativeId</withheld>
                  <withheld>divisionCode</withheld>
                  <withheld>divisionName</withheld>
                  <withheld>registeredAddress</withheld>
                  <withheld>enterpriseType</withheld>
                  <withheld>industry</withheld>
                  <withheld>establishedOn</withheld>
                  <withheld>registrationAuthority</withheld>
                </QueryResponse>
                """).ignoreWhitespace().areIdentical();
    }

    @Test
    void keepsPrefixesAndTextWhenItCuts() {
        byte[] answer = bytes("<?xml version='1.0' encoding='UTF-8'?><p:QueryResponse xmlns:p='" + NS
                + "'><p:record><p:registrationNumber>1</p:registrationNumber><p:name>a&lt;b &amp; 𠮷]]&gt;</p:name>"
                + "</p:record></p:QueryResponse>");

        String cut = new String(schema.cut(answer, Set.of("name"), Set.of()), StandardCharsets.UTF_8);

        assertThat(cut)
                .startsWith("<p:QueryResponse xmlns:p=")
                .contains("<p:name>a&lt;b &amp; 𠮷]]&gt;</p:name>")
                .contains("<p:withheld>registrationNumber</p:withheld>");
        assertThat(schema.validateCutAnswer(bytes(cut))).isEmpty();
    }

    @Test
    void leavesAnAnswerAloneIfAllIsGranted() {
        byte[] answer = answer(RECORD);
        Set<String> all = ShippedCity.subject("AIC-ENT-REG").fields().stream()
                .map(Subject.Field::name)
                .collect(Collectors.toSet());

        assertThat(schema.cut(answer, all, Set.of())).isSameAs(answer);
    }

    private static String recordOf(String number, String division) {
        return "<record><registrationNumber>" + number + "</registrationNumber><name>𠮷祥" + number + "</name>"
                + (division.isEmpty() ? "" : "<divisionCode>" + division + "</divisionCode>") + "</record>";
    }

    @Test
    void leavesOutRecordsOfOtherDivisionsAndSaysHowManyButNotWhich() {
        byte[] answer = answer(recordOf("1", "440103")
                + recordOf("2", "440106")
                + recordOf("3", "")
                + recordOf("4", "440104001")
                + recordOf("5", "440104002"));

        byte[] cut = schema.cut(answer, Set.of("name"), Set.of("440103", "440104001"));

        assertThat(schema.validateCutAnswer(cut)).isEmpty();
        assertThat(schema.validateAnswer(cut)).isPresent();
        assertThat(new String(cut, StandardCharsets.UTF_8))
                .contains("withheldRecords=\"3\"", "𠮷祥1", "𠮷祥4", "<withheld>divisionCode</withheld>")
                .doesNotContain("𠮷祥2", "𠮷祥3", "𠮷祥5", "44010");
        assertThat(new String(
                        schema.cut(answer, Set.of("name"), Set.of("440103", "440104001"), false),
                        StandardCharsets.UTF_8))
                .isEqualTo(new String(cut, StandardCharsets.UTF_8).replace(" withheldRecords=\"3\"", ""));
    }

    @Test
    void saysNothingOfDivisionsIfAllRecordsAreWithin() {
        byte[] answer = answer(recordOf("1", "440103") + recordOf("2", "440106"));

        assertThat(new String(schema.cut(answer, Set.of("name"), Set.of("440100")), StandardCharsets.UTF_8))
                .contains("𠮷祥1", "𠮷祥2")
                .doesNotContain("withheldRecords");
        assertThat(new String(
                        schema.cut(answer("<receipt messageId='1'/>"), Set.of("name"), Set.of("440103")),
                        StandardCharsets.UTF_8))
                .contains("<receipt")
                .doesNotContain("withheldRecords");
    }

    @Test
    void aProviderMayNotSayThatRecordsAreWithheld() {
        assertThat(schema.validateAnswer(bytes("<QueryResponse xmlns='" + NS + "' withheldRecords='1'/>")))
                .isPresent();
        assertThat(schema.validateCutAnswer(bytes("<QueryResponse xmlns='" + NS + "' withheldRecords='1'/>")))
                .isEmpty();
    }

    @Test
    void aReceiptIsNotAnnotatedWithWhatIsWithheld() {
        byte[] cut = schema.cut(answer("<receipt messageId='1'/>"), Set.of("name"), Set.of());

        assertThat(new String(cut, StandardCharsets.UTF_8)).contains("<receipt").doesNotContain("withheld");
    }

    @ParameterizedTest
    @MethodSource("lingnan.hub.catalog.ShippedCity#subjects")
    void everySubjectTakesAQueryByEachOfItsKeys(String code) {
        Subject subject = ShippedCity.subject(code);
        for (Subject.Field key : subject.keys()) {
            String value = SAMPLES.getOrDefault(key.element(), "1");
            String query = "<Query xmlns='" + subject.namespace() + "'><" + key.name() + ">" + value + "</" + key.name()
                    + "></Query>";
            assertThat(subject.schema().validateQuery(bytes(query))).isEmpty();
        }
    }

    private static byte[] query(String body) {
        return bytes("<Query xmlns='" + NS + "'>" + body + "</Query>");
    }

    private static byte[] answer(String body) {
        return bytes(
                "<QueryResponse xmlns='" + NS + "' asOf='2009-11-10T09:00:00+08:00'>\n" + body + "</QueryResponse>");
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
