package lingnan.hub.console.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import lingnan.hub.messagelog.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyViewTests {

    @ParameterizedTest
    @CsvSource({
        "text/xml;charset=GBK, GBK, <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "text/xml; charset=\"GB18030\", GB18030, ''",
        "text/xml, GBK, <?xml version=\"1.0\" encoding=\"GBK\"?>",
        "text/xml, UTF-8, ''",
        "text/xml;charset=no-such-thing, UTF-8, ''"
    })
    void readsByContentTypeThenDeclarationThenUtf8(String contentType, String charset, String prolog) {
        String name = charset.equals("GBK") ? "岭南食品" : "岭南𠮷食品·㑇䶮";
        BodyView view = view(contentType, prolog + "<a><名称>" + name + "</名称></a>", Charset.forName(charset));
        assertThat(view.charset()).isEqualTo(charset);
        assertThat(view.broken()).isFalse();
        assertThat(view.laidOut()).isTrue();
        assertThat(text(view)).contains(name);
    }

    @Test
    void laysXmlOutAndKeepsWhatIsNoMarkup() {
        BodyView view = view(
                "text/xml",
                "<a x=\"1 &amp; 2\"><b/> mixed <c> </c><d>1 &lt; 2 &amp; 3</d></a>",
                StandardCharsets.UTF_8);
        assertThat(lines(view))
                .containsExactly(
                        "0 <a x=\"1 &amp; 2\">",
                        "1 <b></b>",
                        "1 mixed",
                        "1 <c> </c>",
                        "1 <d>1 &lt; 2 &amp; 3</d>",
                        "0 </a>");
    }

    @Test
    void laysOutXmlThatTravelsAsText() {
        BodyView view = view(
                "text/xml",
                "<r>&lt;?xml version=\"1.0\" encoding=\"GBK\"?>&lt;in>&lt;名>成功&lt;/名>&lt;/in></r>",
                StandardCharsets.UTF_8);
        assertThat(lines(view)).contains("0 <r>", "1 <in>", "2 <名>成功</名>", "1 </in>", "0 </r>");
    }

    @Test
    void showsTextThatIsNoXmlAsItCame() {
        BodyView page = view("text/html;charset=GBK", "<html><br>系统维护", Charset.forName("GBK"));
        assertThat(page.laidOut()).isFalse();
        assertThat(text(page)).isEqualTo("<html><br>系统维护");
    }

    @Test
    void doesNotOpenWhatADocumentPointsTo() {
        BodyView view = view(
                "text/xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                StandardCharsets.UTF_8);
        assertThat(view.laidOut()).isFalse();
        assertThat(text(view)).contains("&x;").doesNotContain("root:");
    }

    @Test
    void saysThatBytesAreNoText() {
        Body body =
                new Body(Body.Role.ANSWER_RECEIVED, "text/xml;charset=UTF-8", new byte[] {'<', 'a', '>', (byte) 0xc4});
        BodyView view = BodyView.of(body, Mask.NONE);
        assertThat(view.broken()).isTrue();
        assertThat(view.hex()).containsExactly("000000  3c 61 3e c4");
        assertThat(BodyView.of(body, Mask.of(List.of())).hex())
                .as("bytes cannot be masked")
                .isEmpty();
    }

    @Test
    void showsTheBeginningOfWhatIsTooLong() {
        BodyView view = view("text/xml", "<a>" + "岭".repeat(200_000) + "</a>", StandardCharsets.UTF_8);
        assertThat(view.cut()).isTrue();
        assertThat(text(view)).hasSizeLessThan(100_000);
    }

    @Test
    void masksInTextAndAttributes() {
        Body body =
                body("text/xml", "<a id=\"440199195506150019\"><b>440199195506150019</b></a>", StandardCharsets.UTF_8);
        assertThat(text(BodyView.of(body, Mask.of(List.of()))))
                .doesNotContain("19550615")
                .contains("440199**********19");
    }

    private static BodyView view(String contentType, String text, Charset charset) {
        return BodyView.of(body(contentType, text, charset), Mask.NONE);
    }

    private static Body body(String contentType, String text, Charset charset) {
        return new Body(Body.Role.REQUEST_RECEIVED, contentType, text.getBytes(charset));
    }

    private static List<String> lines(BodyView view) {
        return view.lines().stream()
                .map(line -> line.depth() + " " + text(line))
                .toList();
    }

    private static String text(BodyView view) {
        return view.lines().stream().map(BodyViewTests::text).collect(Collectors.joining("\n"));
    }

    private static String text(Line line) {
        return line.tokens().stream().map(Line.Token::text).collect(Collectors.joining());
    }
}
