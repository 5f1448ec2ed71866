package lingnan.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a reviewer should not have to say twice. */
class HouseRulesTests {

    private static final String BASE = "lingnan.hub";

    private static final Pattern CATCH_ALL =
            Pattern.compile("catch \\((?:[^)]*[ |(.])?(?:final )?(?:Exception|Throwable)\\b");

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE);
        assertThat(classes).isNotEmpty();
    }

    @Test
    void keepsTimeInJavaTime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .because("they are mutable and have no zone; Instant, LocalDate and an injected Clock do")
                .check(classes);
    }

    @Test
    void printsInTheCommandOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..command..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("standard output belongs to ./hub, where machines read it; everything else logs")
                .check(classes);
    }

    @Test
    void catchesEverythingAtTheEdgeOnly() {
        assertThat(Sources.java("src/main/java").outside("/hub/edge/").linesWith(CATCH_ALL))
                .isEmpty();
    }

    @Test
    void seesEachFormOfCatchingEverything() {
        assertThat(List.of(
                        "} catch (Exception e) {",
                        "} catch (Throwable e) {",
                        "} catch (IOException | Exception e) {",
                        "} catch (final Exception e) {",
                        "} catch (java.lang.Exception e) {"))
                .allMatch(line -> CATCH_ALL.matcher(line).find());
        assertThat(List.of("} catch (IOException e) {", "} catch (JMSException | ExecutionException e) {"))
                .noneMatch(line -> CATCH_ALL.matcher(line).find());
    }

    /** The three most readable code bases of this field hide more than half; kernel is what every module speaks. */
    @Test
    void hidesAtLeastHalfOfEachModule() {
        Map<String, List<JavaClass>> modules = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getPackageName().startsWith(BASE + "."))
                .collect(groupingBy(type ->
                        type.getPackageName().substring(BASE.length() + 1).split("\\.")[0]));
        List<String> open = new ArrayList<>();
        modules.forEach((module, types) -> {
            long shown = types.stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .count();
            // Of a handful of types the share says nothing.
            boolean counts = !module.equals("kernel") && types.size() >= 8;
            if (counts && shown * 2 > types.size()) {
                open.add(module + ": " + shown + " of " + types.size() + " types are public");
            }
        });
        assertThat(open).isEmpty();
    }

    @Test
    void leavesCamelsWordsToCamel() {
        List<String> taken = List.of("Exchange", "Message", "Route", "Endpoint", "Processor", "Component");
        assertThat(classes.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> taken.contains(name) || name.endsWith("Impl")))
                .isEmpty();
    }

    @Test
    void namesPackagesAfterTheDomain() {
        Pattern layers = Pattern.compile("^package .*\\b(service|services|util|utils|common|impl|dto|helper)\\b");
        assertThat(Sources.java("src").linesWith(layers)).isEmpty();
    }

    @Test
    void keepsJavaFilesShort() {
        Sources java = Sources.java("src");
        assertThat(java.isEmpty()).isFalse();
        assertThat(java.longerThan(300)).isEmpty();
    }

    @Test
    void keepsEachFlowOnOneScreen() {
        assertThat(Sources.flows().longerThan(80)).isEmpty();
    }

    @Test
    void leavesNothingForLater() {
        assertThat(Sources.java("src").linesWith(Pattern.compile("//.*\\b(TO" + "DO|FIX" + "ME)\\b")))
                .isEmpty();
    }

    @Test
    void waitsInTestsForWhatHappensInsteadOfSleeping() {
        Pattern sleep = Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(");
        assertThat(Sources.java("src/test/java").linesWith(sleep)).isEmpty();
    }
}
