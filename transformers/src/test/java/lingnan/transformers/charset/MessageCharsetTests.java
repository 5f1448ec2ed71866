package lingnan.transformers.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7303 section 3: mark, then parameter, then declaration, then UTF-8. */
class MessageCharsetTests {

    private static final String NAME = "<n>天河㑇</n>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // content type                      | declared  | bytes in | read as
                "-                                   | -         | UTF-8    | UTF_8",
                "text/xml                            | -         | UTF-8    | UTF_8",
                "text/xml                            | UTF-8     | UTF-8    | UTF_8",
                "text/xml                            | GBK       | GB18030  | GBK",
                "text/xml                            | gb2312    | GB18030  | GB2312",
                "text/xml                            | GB18030   | GB18030  | GB18030",
                "text/xml; charset=GBK               | -         | GB18030  | GBK",
                "text/xml; charset=\"gb2312\"        | -         | GB18030  | GB2312",
                "text/xml;charset=UTF-8              | GBK       | UTF-8    | UTF_8",
                "TEXT/XML; Charset=utf-8; action=\"\"| GBK       | UTF-8    | UTF_8",
                "text/xml; charset=GB18030           | UTF-8     | GB18030  | GB18030",
                "text/xml; charset=utf-16            | -         | UTF-16LE | UTF_16LE",
                "text/xml; charset=utf-16            | -         | UTF-16BE | UTF_16BE",
                "text/xml                            | UTF-16    | UTF-16LE | UTF_16LE",
                "text/xml                            | -         | UTF-16   | UTF_16BE",
                "text/xml; charset=GBK               | -         | UTF-16   | UTF_16BE",
                "text/xml; charset=us-ascii          | -         | UTF-8    | US_ASCII",
            })
    void findsTheCharset(String contentType, String declared, String bytesIn, WireCharset expected) {
        String declaration = declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        byte[] body = (declaration + NAME).getBytes(Charset.forName(bytesIn));

        assertThat(MessageCharset.of(contentType, body)).isEqualTo(expected);
    }

    @Test
    void letsAByteOrderMarkDecide() {
        byte[] body = ("\uFEFF<?xml version='1.0' encoding='GBK'?>" + NAME).getBytes(StandardCharsets.UTF_8);

        WireCharset charset = MessageCharset.of("text/xml; charset=GBK", body);

        assertThat(charset).isEqualTo(WireCharset.UTF_8);
        assertThat(charset.decode(body)).startsWith("<?xml").endsWith(NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml; charset=ISO-8859-1",
                "text/xml; charset=utf-7",
                "text/xml; charset=utf-32",
                "text/xml; charset=Big5",
                "text/xml; charset=''",
                "text/xml; charset=\"\""
            })
    void refusesOtherCharsets(String contentType) {
        assertThatThrownBy(() -> MessageCharset.of(contentType, "<n/>".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(CharsetRefusal.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(CharsetRefusal.Kind.UNSUPPORTED));
    }

    @Test
    void refusesDeclaredCharsetsThatItDoesNotRead() {
        byte[] body = "<?xml version=\"1.0\" encoding=\"IBM037\"?><n/>".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> MessageCharset.of(null, body)).hasMessageContaining("IBM037");
    }

    @Test
    void refusesUtf32ByItsMark() {
        byte[] body = "\uFEFF<n/>".getBytes(Charset.forName("UTF-32LE"));

        assertThatThrownBy(() -> MessageCharset.of("text/xml; charset=utf-16", body))
                .hasMessageContaining("UTF-32");
    }

    @Test
    void refusesADeclarationOfUtf16OverOtherBytes() {
        byte[] body = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><n/>".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> MessageCharset.of("text/xml", body))
                .isInstanceOfSatisfying(CharsetRefusal.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(CharsetRefusal.Kind.CONFLICT));
    }

    @Test
    void refusesTwoCharsetsInOneHeader() {
        assertThatThrownBy(() -> MessageCharset.of("text/xml; charset=GBK; charset=UTF-8", new byte[0]))
                .isInstanceOfSatisfying(CharsetRefusal.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(CharsetRefusal.Kind.CONFLICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/xml | text/xml",
                "Text/XML;charset=utf-8 | text/xml",
                "application/soap+xml; charset=utf-8; action=\"urn:a;b\" | application/soap+xml",
                "text/xml; charset=utf-8; | text/xml",
                "multipart/related; type=\"application/xop+xml\"; boundary=\"a=b\" | multipart/related",
            })
    void takesContentTypesApart(String header, String mediaType) {
        assertThat(ContentType.parse(header)).get().returns(mediaType, ContentType::mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text", "text/", "text/xml charset", "text/xml; charset", "text/xml; =x", "text/xml; a=\"b"})
    void takesNothingElseForAContentType(String header) {
        assertThat(ContentType.parse(header)).isEmpty();
    }

    @Test
    void unquotesParameters() {
        assertThat(ContentType.parse("application/soap+xml; ACTION=\"urn:a;\\\"b\""))
                .get()
                .satisfies(type -> assertThat(type.parameters()).containsEntry("action", "urn:a;\"b"));
    }
}
