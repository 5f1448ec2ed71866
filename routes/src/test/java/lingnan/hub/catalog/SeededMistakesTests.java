package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.catalog.Check.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of many kinds in the whole city at once: each is told once, where it stands, and nothing else is told. */
class SeededMistakesTests {

    private final Map<Seed, Integer> lines = new HashMap<>();

    @TempDir
    private Path folder;

    /** @param what is found at the line at which the wrong text was put */
    private record Seed(String file, String right, String wrong, String what) {}

    private static final List<Seed> SEEDS = List.of(
            new Seed("agencies/AIC.yaml", "QQGZ0028-3", "QQGZ0028-4", "The check character does not fit"),
            new Seed("agencies/EDU.yaml", "line: city", "line: town", "line has the wrong form"),
            new Seed("agencies/FORB.yaml", "[FGB]", "[FGB, ZZZ]", "No agency is named ZZZ"),
            new Seed("agencies/WATER.yaml", "2009-09-24", "2009-09-20", "valid on the same days"),
            new Seed("agencies/PERS.yaml", "[HRSS]", "[HRSS, STB]", "STB does not name PERS as a predecessor"),
            new Seed("subjects/CON-PERMIT/subject.yaml", "provider: CON", "provider: ZZZ", "No agency is named ZZZ"),
            new Seed("subjects/PBC-BASIC-ACCT/subject.yaml", "[FILE]", "[DATABASE]", "PBC has no connection DATABASE"),
            new Seed("subjects/STI-CATALOGUE/subject.yaml", "INFO", "LSS", "LSS is no predecessor of STI"),
            new Seed("subjects/STAT-PRICE/subject.yaml", "15y", "15", "retention has the wrong form"),
            new Seed("subjects/ARCH-FILE/subject.yaml", "version: 1", "version: 1\nextends: ARCH-X", "named ARCH-X"),
            new Seed("subjects/EPB-EIA/schema.xsd", "e:DocumentNumber", "e:DocumentNr", "does not compile"),
            new Seed("subjects/LRH-PRESALE/schema.xsd", "name=\"developer\"", "name=\"projectName\"", "stands twice"),
            new Seed("subjects/CUS-DUTY/schema.xsd", " withheldExcept=\"L", " withheld=\"L", "withheld is not known"),
            new Seed("subjects/FGB-TREE/schema.xsd", "e:SpeciesName", "xs:string", "is not of the dictionary"),
            new Seed("grants/DRC.yaml", "id: DRC-LRH-2", "id: DRC-LRH-1", "The id DRC-LRH-1 stands twice"),
            new Seed("grants/EDU.yaml", "HEALTH-VACCINE", "HEALTH-VACCINES", "No subject is named HEALTH-VACCINES"),
            new Seed("grants/WATER.yaml", "[warningNumber", "[warningGrade", "warningGrade is not a key"),
            new Seed("grants/SIF.yaml", "cancelledOn]", "cancelledIn]", "has no field cancelledIn"),
            new Seed(
                    "grants/FIN.yaml",
                    "[taxpayerNumber, year]\n    allFieldsBut: []",
                    "[taxpayerNumber, year]\n    fields: [profit]",
                    "profit of NTAX-EIT is withheld from FIN"),
            new Seed(
                    "grants/JUS.yaml",
                    "caseRequired: true",
                    "standing: true\n    caseRequired: true",
                    "question at hand"),
            new Seed("grants/MET.yaml", "validTo: 2029", "validTo: 2007", "lies before validFrom"),
            new Seed("programmes/LAND-REVENUE.yaml", "[FIN, LRH", "[FIN, XXX, LRH", "No agency is named XXX"),
            new Seed("programmes/COMMUNITY.yaml", "lead: CAB", "lead: DRC", "lead DRC is not among the members"),
            new Seed("divisions/guangzhou.yaml", "\"440102\"", "\"44010\"", "code has the wrong form"),
            new Seed("calendars/2009.yaml", "year: 2009", "year: 2o09", "year has the wrong form"));

    @Test
    void tellsEachOfTwentyFiveMistakesOnceAndNothingElse() throws IOException {
        ShippedCity.copyTo(folder);
        assertThat(SEEDS).hasSize(25);
        for (Seed seed : SEEDS) {
            edit(seed);
        }

        List<Finding> findings = read();

        for (Seed seed : SEEDS) {
            assertThat(findings)
                    .filteredOn(finding -> finding.file().equals(seed.file()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.what()).contains(seed.what());
                        assertThat(finding.line()).isEqualTo(lines.get(seed));
                        assertThat(finding.remedy()).endsWith(".");
                    });
        }
        assertThat(findings).hasSize(SEEDS.size());
    }

    @Test
    void tellsOfSuccessorsThatRunInACircle() throws IOException {
        ShippedCity.copyTo(folder);
        edit(new Seed("agencies/CULB.yaml", "[CULT]", "[CULT, PRESS]", ""));
        edit(new Seed("agencies/PRESS.yaml", "[CULT]", "[CULT, CULB]", ""));

        assertThat(read()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("agencies/CULB.yaml");
            assertThat(finding.line()).isEqualTo(6);
            assertThat(finding.what()).contains("circle: CULB to PRESS to CULB");
        });
    }

    @Test
    void tellsOfTwoSubjectsThatAreNearlyTheSameUnlessOneExtendsTheOther() throws IOException {
        ShippedCity.copyTo(folder);
        Path twin = Files.createDirectories(folder.resolve("subjects/UMC-ADVERT-LED"));
        for (String name : List.of("subject.yaml", "schema.xsd")) {
            String text = Files.readString(folder.resolve("subjects/UMC-ADVERT").resolve(name));
            Files.writeString(twin.resolve(name), text.replace("UMC-ADVERT", "UMC-ADVERT-LED"));
        }

        assertThat(read()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("subjects/UMC-ADVERT-LED/subject.yaml");
            assertThat(finding.what()).contains("Over 70 %", "UMC-ADVERT");
        });

        String extending = "version: 1\nextends: UMC-ADVERT";
        edit(new Seed("subjects/UMC-ADVERT-LED/subject.yaml", "version: 1", extending, ""));
        assertThat(read()).isEmpty();

        edit(new Seed("subjects/UMC-ADVERT-LED/schema.xsd", "name=\"adArea\"", "name=\"screenArea\"", ""));
        assertThat(read()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("lacks its field adArea:Area"));
    }

    @Test
    void refusesAProviderThatDidNotStandOnAllDays() throws IOException {
        ShippedCity.copyTo(folder);
        edit(new Seed("subjects/HRSS-EMPLOY/subject.yaml", "formerProvider: LSS\n", "", ""));

        assertThat(read()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("HRSS does not stand on every day"));
    }

    @Test
    void refusesAFieldThatIsLessSensitiveThanItsElement() throws IOException {
        ShippedCity.copyTo(folder);
        edit(new Seed("subjects/SIF-INSURED/schema.xsd", "sensitivity=\"PERSONAL\"", "sensitivity=\"PUBLIC\"", ""));

        assertThat(read()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("socialInsuranceNumber is less sensitive than any SocialInsuranceNumber"));
    }

    private void edit(Seed seed) throws IOException {
        Path path = folder.resolve(seed.file());
        String text = Files.readString(path);
        int at = text.indexOf(seed.right());
        assertThat(at).as(seed.toString()).isNotNegative();
        int told = at + Math.max(seed.wrong().indexOf("extends:"), seed.wrong().indexOf("    fields:")) + 1;
        String before = (text.substring(0, at) + seed.wrong()).substring(0, Math.max(at, told));
        lines.put(seed, (int) before.chars().filter(c -> c == '\n').count() + 1);
        Files.writeString(
                path,
                text.substring(0, at)
                        + seed.wrong()
                        + text.substring(at + seed.right().length()));
    }

    private List<Finding> read() {
        return CityReader.read(new CitySettings(folder, Map.of())).check().findings();
    }
}
