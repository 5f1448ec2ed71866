package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xmlunit.assertj3.XmlAssert;

/** Every folder under a subject's {@code cases/}: a query and its answer, on both sides of the mapping. */
class GoldenCasesTests {

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        try (Stream<Path> files = Files.walk(ShippedCity.FOLDER.resolve("subjects"))) {
            List<Path> cases = files.filter(file -> file.endsWith("query.xml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(15);
            return cases.stream().map(folder -> {
                String subject = folder.getParent().getParent().getFileName().toString();
                return DynamicTest.dynamicTest(
                        subject + " " + folder.getFileName(), () -> holds(ShippedCity.subject(subject), folder));
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> everySubjectThatIsTranslatedHasACase() {
        return ShippedCity.snapshot().subjects().stream()
                .filter(subject -> subject.offer().answered() == Subject.Answered.LIVE)
                .map(subject -> subject.code().value())
                .map(subject -> DynamicTest.dynamicTest(
                        subject, () -> assertThat(ShippedCity.FOLDER.resolve("subjects/" + subject + "/cases"))
                                .isNotEmptyDirectory()));
    }

    private static void holds(Subject subject, Path folder) throws IOException {
        byte[] query = Files.readAllBytes(folder.resolve("query.xml"));
        byte[] answer = Files.readAllBytes(folder.resolve("answer.xml"));
        assertThat(subject.schema().validateQuery(query)).isEmpty();
        assertThat(subject.schema().validateAnswer(answer)).isEmpty();

        byte[] request = subject.mappings().toProvider(query);
        byte[] mapped = subject.mappings().fromProvider(providers(folder, "provider-answer.xml", answer));

        XmlAssert.assertThat(request)
                .and(providers(folder, "provider-request.xml", query))
                .ignoreWhitespace()
                .areIdentical();
        XmlAssert.assertThat(mapped).and(answer).ignoreWhitespace().areIdentical();
        assertThat(subject.schema().validateAnswer(mapped)).isEmpty();
    }

    /** A canonical provider has no files of its own: it gets and gives the canonical ones. */
    private static byte[] providers(Path folder, String name, byte[] canonical) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllBytes(file) : canonical;
    }
}
