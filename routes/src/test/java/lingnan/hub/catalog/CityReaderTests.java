package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lingnan.hub.catalog.Check.Finding;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CityReaderTests {

    private static final String AIC = "agencies/AIC.yaml";
    private static final String SUBJECT = "subjects/AIC-ENT-REG/subject.yaml";
    private static final String SCHEMA = "subjects/AIC-ENT-REG/schema.xsd";
    private static final String RULE = "sharing-rules/2016-interim-measures.yaml";
    private static final String GRANTS = "grants/LTAX.yaml";

    @TempDir
    private Path folder;

    @Test
    void theShippedCityIsSound() {
        CityReader.Reading reading = read();

        assertThat(reading.check()).isEqualTo(new Check(46, 320, 8, List.of()));
        assertThat(reading.snapshot()).hasValueSatisfying(city -> {
            assertThat(city.instance()).isEqualTo("GZ");
            assertThat(city.grants()).hasSizeGreaterThan(700);
            assertThat(city.divisions()).hasSizeGreaterThan(20);
            assertThat(city.agencies()).isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
        });
    }

    @Test
    void readsFieldsWithLabelsKeysAndSensitivity() {
        Subject subject = ShippedCity.subject("AIC-ENT-REG");

        assertThat(subject.fields()).hasSize(13);
        assertThat(subject.keys())
                .extracting(Subject.Field::name)
                .containsExactly("registrationNumber", "name", "organisationCode");
        assertThat(subject.fields().get(4))
                .isEqualTo(new Subject.Field(
                        "legalRepresentativeId",
                        new Label("法定代表人身份号码", "Citizen ID of the legal representative"),
                        "CitizenId",
                        false,
                        true,
                        Subject.Sensitivity.PERSONAL,
                        Optional.empty()));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(AIC, "code: AIC", "code: aic", 1, "code has the wrong form"),
                mistake(AIC, "code: AIC", "code: XYZ", 1, "not the file's name"),
                mistake(AIC, "line: province", "lines: province", 1, "The key line is missing"),
                mistake(AIC, "line: province", "line: province\nlines: x", 5, "The key lines is not known"),
                mistake(AIC, "line: province", "line: [province]", 4, "line has the wrong form"),
                mistake(AIC, "line: province", "line: province\nline: city", 5, "The key line stands twice"),
                mistake(AIC, "2004-09-15", "2004-09-31", 5, "validFrom has the wrong form"),
                mistake(AIC, "2004-09-15", "2004-09-15\nvalidTo: 2003-01-01", 6, "validTo lies before validFrom"),
                mistake(AIC, "[ENT]", "[]", 6, "at least one subsystem"),
                mistake(AIC, "[ENT]", "[ENT, ENT]", 6, "stands twice"),
                mistake(AIC, "[ENT]", "ENT", 6, "subsystems has the wrong form"),
                mistake(AIC, "http://127.0.0.1:9101", "ftp://127.0.0.1", 11, "endpoint has the wrong form"),
                mistake(AIC, "http://127.0.0.1:9101", "http://a:b@127.0.0.1", 11, "endpoint has the wrong form"),
                mistake(AIC, "axis-rpc-encoded", "axis3", 12, "No dialect is named axis3"),
                mistake(AIC, "{namespace: ", "{name: ", 13, "The dialect refuses its parameters"),
                mistake(AIC, "timeout: 10s", "timeout: soon", 14, "timeout has the wrong form"),
                mistake(AIC, "concurrency: 8", "concurrency: 0", 15, "concurrency has the wrong form"),
                mistake(AIC, "WORKING_DAYS", "MOONDAY", 16, "days has the wrong form"),
                mistake(AIC, "\"20:00\"", "\"07:00\"", 16, "end before they begin"),
                mistake(AIC, "basis: source", "basis: guessed", 17, "basis has the wrong form"),
                mistake(AIC, "source: \"", "sauce: \"", 17, "no source is named"),
                mistake(AIC, "code: AIC", "code: \"AIC", 13, "This is not YAML"),
                mistake(AIC, "name: {zh: 工商行政管理局, ", "name: {", 2, "The key zh is missing"),
                mistake(SUBJECT, "provider: AIC", "provider: ZZZ", 4, "No agency is named ZZZ"),
                mistake(SUBJECT, "provider: AIC", "provider: LRH", 4, "LRH has no service to call"),
                mistake(SUBJECT, "subsystem: ENT", "subsystem: XXX", 5, "AIC has no subsystem XXX"),
                mistake(SUBJECT, "UNCONDITIONAL\nsharingBasis", "CONDITIONAL\nbecause", 9, "names no law"),
                mistake(SUBJECT, "version: 1", "version: one", 2, "version has the wrong form"),
                mistake(SUBJECT, "code: AIC-ENT-REG", "code: AIC-ENT-OLD", 1, "not the folder's name"),
                mistake(SCHEMA, "e:EnterpriseName", "e:Enterprise", 18, "does not compile"),
                mistake(SCHEMA, "e:EnterpriseName", "xs:string", 18, "is not of the dictionary"),
                mistake(SCHEMA, "<xs:sequence>", "<xs:sequence", 11, "not well-formed"),
                mistake(SCHEMA, "sensitivity=\"INTERNAL\"", "", 32, "has no sensitivity"),
                mistake(SCHEMA, "sensitivity=\"INTERNAL\"", "sensitivity=\"SECRET\"", 36, "is not known"),
                mistake(SCHEMA, "key=\"true\"", "key=\"yes\"", 15, "neither true nor false"),
                mistake(SCHEMA, "key=\"true\"", "keys=\"true\"", 15, "The mark keys is not known"),
                mistake(SCHEMA, "xml:lang=\"en\">Name<", "xml:lang=\"fr\">Nom<", 18, "has no label in en"),
                mistake(SCHEMA, "AIC-ENT-REG:1", "AIC-ENT-REG:2", 1, "targetNamespace is not the subject's"),
                mistake(SCHEMA, "../wsdl/elements/elements.xsd", "other.xsd", 0, "which is not among its imports"),
                mistake(
                        "subjects/AIC-ENT-REG/mappings/answer.xsl",
                        "<xsl:import",
                        "<xsl:imports",
                        5,
                        "does not compile"),
                mistake(GRANTS, "consumer: LTAX", "consumer: ZZZ", 1, "No agency is named ZZZ"),
                mistake(GRANTS, "id: LTAX-QTS-1", "id: LTAX-AIC-1", 15, "stands twice"),
                mistake(GRANTS, "id: LTAX-QTS-1", "id: G-2009-17", 15, "is of those that are given on request"),
                mistake(GRANTS, "subject: AIC-ENT-REG", "subject: AIC-ENT-REGS", 4, "No subject is named AIC-ENT-REGS"),
                mistake(GRANTS, "[registrationNumber, ", "[status, ", 8, "status is not a key of AIC-ENT-REG"),
                mistake(GRANTS, "[registrationNumber, organisationCode]", "[]", 8, "names no key"),
                mistake(GRANTS, "[legalRepresentativeId]", "[salary]", 9, "has no field salary"),
                mistake(GRANTS, "allFieldsBut: [legalRepresentativeId]", "fields: [salary]", 9, "has no field salary"),
                mistake(GRANTS, "allFieldsBut: [legalRepresentativeId]", "fields: []", 9, "shows no field"),
                mistake(GRANTS, "allFieldsBut: [legalRepresentativeId]\n", "x: 1\n", 3, "says not which fields"),
                mistake(GRANTS, "validTo: 2029-12-31", "validTo: 2007-12-31", 12, "lies before validFrom"),
                mistake(GRANTS, "consumer: LTAX", "consumer: AIC", 4, "provides this subject itself"),
                mistake(GRANTS, "subject: QTS-ORG-CODE", "subject: AIC-ENT-REG", 15, "overlaps with LTAX-AIC-1"),
                mistake(
                        GRANTS,
                        "caseRequired: false",
                        "divisions: [\"440199\"]\n    caseRequired: false",
                        10,
                        "No division has the code 440199"),
                mistake(
                        GRANTS,
                        "caseRequired: false",
                        "divisions: []\n    caseRequired: false",
                        10,
                        "names no division"),
                mistake(
                        GRANTS,
                        "id: LTAX-QTS-1",
                        "id: LTAX-QTS-1\n    divisions: [\"440103\"]",
                        16,
                        "does not say of which division it is"),
                mistake(RULE, "UNCONDITIONAL", "FREE", 7, "sharing has the wrong form"),
                mistake(RULE, "UNCONDITIONAL", "NONE", 7, "What is not shared is not requested"),
                mistake(RULE, "UNCONDITIONAL", "CONDITIONAL", 13, "The class CONDITIONAL stands twice"),
                mistake(RULE, "answerWithin: 0", "answerWithin: soon", 8, "answerWithin has the wrong form"),
                mistake(RULE, "warnBefore: 2", "warnBefore: 30", 16, "before the limit begins"),
                mistake(RULE, "objection:", "objections:", 2, "how soon an objection is answered"),
                mistake(RULE, "objection:\n  answerWithin: 10", "objection:\n  answerWithin: 1", 21, "limit begins"),
                mistake(RULE, "2016-09-05", "2016-09-15", 4, "are days without a rule"),
                mistake(RULE, "2016-09-05", "2016-09-04", 4, "hold on the same days"),
                mistake("city.yaml", "instance: GZ\n", "", 1, "The key instance is missing"),
                mistake("divisions/guangzhou.yaml", "\"440102\"", "\"44010\"", 5, "code has the wrong form"),
                mistake("divisions/guangzhou.yaml", "\"440102\"", "\"440100\"", 5, "stands twice"));
    }

    @ParameterizedTest(name = "{0}:{3} {4}")
    @MethodSource("mistakes")
    void tellsAMistakeByFileAndLineWithARemedy(String file, String right, String wrong, int line, String what)
            throws IOException {
        ShippedCity.copyPartTo(folder);
        Path spoilt = folder.resolve(file);
        String text = Files.readString(spoilt);
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        Files.writeString(spoilt, text.substring(0, at) + wrong + text.substring(at + right.length()));

        CityReader.Reading reading = read(folder);

        assertThat(reading.snapshot()).isEmpty();
        assertThat(reading.check().findings())
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo(file);
                    assertThat(finding.what()).contains(what);
                    assertThat(finding.line()).isEqualTo(line);
                })
                .allSatisfy(finding -> {
                    assertThat(finding.remedy()).endsWith(".");
                    assertThat(finding.toString()).doesNotContain("lingnan.hub", "Exception", "\n");
                })
                .hasSizeLessThan(30);
    }

    @Test
    void tellsOfAllMistakesAtOnce() throws IOException {
        ShippedCity.copyPartTo(folder);
        replace(AIC, "province", "provinces");
        replace("agencies/PSB.yaml", "timeout: 8s", "timeout: 8");
        replace(SCHEMA, "e:EnterpriseName", "e:Enterprise");
        replace(GRANTS, "TAX-COMPARE", "tax compare");
        Files.delete(folder.resolve("subjects/LTAX-STATUS/schema.xsd"));
        Files.delete(folder.resolve("subjects/LTAX-DEED-PAID/mappings/request.xsl"));

        List<Finding> findings = read(folder).check().findings();

        assertThat(findings)
                .extracting(Finding::file)
                .contains(AIC, "agencies/PSB.yaml", SCHEMA, GRANTS, "subjects/LTAX-STATUS", "subjects/LTAX-DEED-PAID")
                .isSorted();
    }

    @Test
    void aBrokenAgencyIsNotTakenForAnUnknownOne() throws IOException {
        ShippedCity.copyPartTo(folder);
        replace(AIC, "timeout: 10s", "timeout: soon");

        assertThat(read(folder).check().findings()).singleElement().satisfies(finding -> assertThat(finding.file())
                .isEqualTo(AIC));
    }

    @Test
    void refusesFilesThatAreNotUtf8() throws IOException {
        ShippedCity.copyPartTo(folder);
        Path file = folder.resolve(AIC);
        Files.write(file, Files.readString(file).getBytes(Charset.forName("GBK")));

        assertThat(read(folder).check().findings())
                .anySatisfy(finding -> assertThat(finding.what()).isEqualTo("The file is not in UTF-8."));
    }

    @Test
    void refusesTwoFilesOfAnAgencyForTheSameDays() throws IOException {
        ShippedCity.copyPartTo(folder);
        Path older = folder.resolve("agencies/QTS.1999.yaml");
        Files.copy(folder.resolve("agencies/QTS.yaml"), older);

        assertThat(read(folder).check().findings()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("valid on the same days"));

        Files.writeString(
                older,
                Files.readString(older).replace("validFrom: 2004-09-15", "validFrom: 1999-01-01\nvalidTo: 2004-09-14"));
        assertThat(read(folder).snapshot()).hasValueSatisfying(city -> assertThat(
                        city.agency(AgencyCode.of("QTS")).orElseThrow().validFrom())
                .isEqualTo("2004-09-15"));
    }

    @Test
    void servesTheVersionOfTheDayAndThePinnedOne() throws IOException {
        ShippedCity.copyPartTo(folder);
        Path next = folder.resolve("subjects/PLAN-BUILD-PERMIT.v2");
        Files.createDirectories(next);
        for (String name : List.of("subject.yaml", "schema.xsd")) {
            String text = Files.readString(folder.resolve("subjects/PLAN-BUILD-PERMIT/" + name));
            Files.writeString(
                    next.resolve(name),
                    text.replace("version: 1", "version: 2")
                            .replace("PLAN-BUILD-PERMIT:1", "PLAN-BUILD-PERMIT:2")
                            .replace("2006-10-01", "2010-01-01"));
        }
        Snapshot city = read(folder).snapshot().orElseThrow();
        SubjectCode code = SubjectCode.of("PLAN-BUILD-PERMIT");

        assertThat(city.subject(code, LocalDate.of(2009, 12, 31)))
                .hasValueSatisfying(s -> assertThat(s.version()).isEqualTo(1));
        assertThat(city.subject(code, LocalDate.of(2010, 1, 1)))
                .hasValueSatisfying(s -> assertThat(s.version()).isEqualTo(2));
        assertThat(city.subject(code, LocalDate.of(2006, 9, 30))).isEmpty();
        assertThat(city.subject(code, 1)).isPresent();
        assertThat(city.subject(code, 3)).isEmpty();
        assertThat(city.subjects()).anySatisfy(s -> assertThat(s.version()).isEqualTo(2));
    }

    @Test
    void tellsOfAFolderThatIsNotThere() {
        assertThat(read(folder.resolve("nowhere")).check().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("hub.city"));
    }

    private void replace(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(right, wrong));
    }

    private static CityReader.Reading read() {
        return read(ShippedCity.FOLDER);
    }

    private static CityReader.Reading read(Path folder) {
        return CityReader.read(new CitySettings(folder, Map.of()));
    }

    private static Arguments mistake(String file, String right, String wrong, int line, String what) {
        return Arguments.of(file, right, wrong, line, what);
    }
}
