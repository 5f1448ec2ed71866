package lingnan.transformers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xmlunit.assertj3.XmlAssert;

/** The worked examples in {@code dialects/} are what they say. */
class DialectExamplesTests {

    private static final Path FOLDER = Path.of("dialects");

    @ParameterizedTest
    @CsvSource({
        "asmx, QueryPopulation, '\"http://tempuri.org/QueryPopulation\"'",
        "axis-rpc-encoded, queryEnterprise, '\"\"'",
        "canonical, Query, '\"urn:lingnan:gz:PLAN-BUILD-PERMIT:1#Query\"'",
        "xml-in-string, TAX_STATUS, '\"\"'"
    })
    void holds(String name, String operation, String soapAction) throws IOException {
        Dialect dialect = Dialects.of(name, parameters(name));

        Dialect.WireRequest request = dialect.request(operation, bytes(name, "1-request.xml"));
        byte[] answer = dialect.answer(
                operation, new WireAnswer(200, "text/xml; charset=utf-8", bytes(name, "3-answer-wire.xml")));

        assertThat(request.headers()).isEqualTo(Map.of("SOAPAction", soapAction));
        assertThat(request.contentType()).isEqualTo("text/xml; charset=UTF-8");
        XmlAssert.assertThat(request.body())
                .and(bytes(name, "2-request-wire.xml"))
                .ignoreWhitespace()
                .areIdentical();
        XmlAssert.assertThat(answer)
                .and(bytes(name, "4-answer.xml"))
                .ignoreWhitespace()
                .areIdentical();
    }

    @Test
    void thereIsOneForEachDialect() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Dialects.names());
        }
        String readme = Files.readString(FOLDER.resolve("README.md"));
        assertThat(Dialects.names()).allSatisfy(name -> assertThat(readme).contains("| `" + name + "` |"));
    }

    private static Map<String, String> parameters(String name) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(bytes(name, "parameters.properties"), StandardCharsets.UTF_8)));
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(p -> p, properties::getProperty));
    }

    private static byte[] bytes(String name, String file) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name).resolve(file));
    }
}
