package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTests {

    @Test
    void writesTheNumberIntoEachSlotWhateverStandsBefore() {
        Template template = new Template("POST / HTTP/1.1\r\n", "<a>𠮷{number}</a><b>号{number}</b>".getBytes(UTF_8));

        assertThat(new String(template.numbered(7), UTF_8))
                .isEqualTo(
                        "POST / HTTP/1.1\r\nContent-Length: 45\r\n\r\n" + "<a>𠮷000000000007</a><b>号000000000007</b>");
        assertThat(new String(template.numbered(123_456), UTF_8)).endsWith("<a>𠮷000000123456</a><b>号000000123456</b>");
    }

    @ParameterizedTest
    @EnumSource
    void numbersEachSample(Sample sample) {
        Template template = new Target(URI.create("http://127.0.0.1:1/x"), sample, "user:password").template();

        String request = new String(template.numbered(42), UTF_8);

        assertThat(request)
                .startsWith("POST /x HTTP/1.1\r\n")
                .contains("Authorization: Basic dXNlcjpwYXNzd29yZA==\r\n", "000000000042</xroad:id>")
                .doesNotContain(Template.SLOT);
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(request).contains("Content-Length: " + body.getBytes(UTF_8).length + "\r\n");
    }
}
