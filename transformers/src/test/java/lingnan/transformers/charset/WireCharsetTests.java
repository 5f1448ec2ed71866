package lingnan.transformers.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WireCharsetTests {

    private static final String RARE = "𠮷 䶮 㑇 · ・ １２３ Ｘ 〇 ㎡ 〔2009〕 €";

    @ParameterizedTest
    @CsvSource({
        "utf-8,UTF_8",
        "UTF8,UTF_8",
        "gbk,GBK",
        "CP936,GBK",
        "GB2312,GB2312",
        "gb18030,GB18030",
        "' GBK ',GBK",
        "US-ASCII,US_ASCII",
        "utf-16le,UTF_16LE"
    })
    void knowsLabelsInAnyCase(String label, WireCharset expected) {
        assertThat(WireCharset.of(label)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "windows-1252", "Big5", "x"})
    void knowsNoOthers(String label) {
        assertThat(WireCharset.of(label)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void carriesRareCharactersAsThemselvesOrAsReferences(WireCharset charset) {
        String document = "<n a=\"" + RARE + "\">" + RARE + "</n>";

        String back = charset.decode(charset.encode(document));

        assertThat(unescape(back)).isEqualTo(document);
        assertThat(back.contains("&#x")).isEqualTo(!charset.holdsUnicode());
        assertThat(back).doesNotContain("?");
    }

    @Test
    void writesReferencesForWhatGbkLacks() {
        assertThat(new String(WireCharset.GBK.encode("<n>𠮷㑇·天</n>"), Charset.forName("GBK")))
                .isEqualTo("<n>&#x20BB7;&#x3447;·天</n>");
    }

    @Test
    void writesFourBytesForWhatGb18030Holds() {
        assertThat(WireCharset.GB18030.encode("𠮷")).isEqualTo(new byte[] {(byte) 0x95, 0x34, (byte) 0xB2, 0x35});
        assertThat(WireCharset.GB18030.encode("㑇")).isEqualTo(new byte[] {(byte) 0xFE, 0x56});
        assertThat(WireCharset.GB18030.encode("䶮")).isEqualTo(new byte[] {(byte) 0xFE, (byte) 0x9F});
    }

    @Test
    void readsGb2312AsItsSuperset() {
        byte[] gb18030 = "镕㑇𠮷".getBytes(Charset.forName("GB18030"));

        assertThat(WireCharset.GB2312.decode(gb18030)).isEqualTo("镕㑇𠮷");
    }

    @Test
    void writesGb2312ForReadersOfGb2312() {
        assertThat(new String(WireCharset.GB2312.encode("<n>朱镕基</n>"), Charset.forName("GB2312")))
                .isEqualTo("<n>朱&#x9555;基</n>");
    }

    @Test
    void writesNothingInGb2312ThatItsReadersDisagreeAbout() {
        Charset gb2312 = Charset.forName("GB2312");
        Charset gb18030 = Charset.forName("GB18030");
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c < Character.MIN_SURROGATE; c++) {
            if (gb2312.newEncoder().canEncode(c)) {
                all.append(c);
            }
        }
        byte[] written =
                WireCharset.GB2312.encode(all.toString().replace("<", "").replace("&", ""));

        assertThat(all).hasSizeGreaterThan(7_000);
        assertThat(new String(written, gb2312))
                .isEqualTo(new String(written, gb18030))
                .contains("&#x30FB;");
    }

    @ParameterizedTest
    @CsvSource({"UTF_8", "GBK", "GB18030", "GB2312", "US_ASCII"})
    void refusesBytesThatDoNotExist(WireCharset charset) {
        byte[] bytes = {'<', 'n', '>', (byte) 0xFF, (byte) 0xFF, '<', '/', 'n', '>'};

        assertThatThrownBy(() -> charset.decode(bytes)).isInstanceOfSatisfying(CharsetRefusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(CharsetRefusal.Kind.MALFORMED);
            assertThat(refusal).hasMessageContaining("offset 3").hasMessageContaining(charset.label());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "C080", // overlong NUL
        "EDA080", // half a surrogate pair
        "F4908080", // beyond Unicode
        "E5A4", // cut short
        "B9E3D6DD" // GBK text
    })
    void refusesWhatOnlyLooksLikeUtf8(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> WireCharset.UTF_8.decode(bytes)).isInstanceOf(CharsetRefusal.class);
    }

    @Test
    void refusesAnOddByteInUtf16() {
        assertThatThrownBy(() -> WireCharset.UTF_16LE.decode(new byte[] {'<', 0, 'n'}))
                .isInstanceOf(CharsetRefusal.class);
    }

    @ParameterizedTest
    @CsvSource({"<𠮷/>", "<n><!--㑇--></n>", "<n 㑇='1'/>", "<?x 㑇?><n/>", "<n><![CDATA[㑇]]></n>", "<n><!-- \"'> 㑇--></n>"
    })
    void refusesToWriteAReferenceWhereXmlHasNone(String document) {
        assertThatThrownBy(() -> WireCharset.GBK.encode(document))
                .isInstanceOfSatisfying(CharsetRefusal.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(CharsetRefusal.Kind.NOT_ENCODABLE));
    }

    @Test
    void findsItsWayBackToTextAfterSectionsAndQuotes() {
        assertThat(new String(
                        WireCharset.GBK.encode("<?x a?><!-- ' --><n a='\">' b=\"'㑇\"><![CDATA[<]]>㑇</n>"),
                        StandardCharsets.US_ASCII))
                .isEqualTo("<?x a?><!-- ' --><n a='\">' b=\"'&#x3447;\"><![CDATA[<]]>&#x3447;</n>");
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThatThrownBy(() -> WireCharset.UTF_8.encode("<n>\uD842</n>")).isInstanceOf(CharsetRefusal.class);
    }

    /** Java puts this character for bytes that do not exist; somebody may also have meant it. */
    @Test
    void readsTheReplacementCharacterItself() {
        String meant = "\uFEFF<a>\uFFFD𠮷</a>";
        assertThat(WireCharset.UTF_8.decode(meant.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("<a>\uFFFD𠮷</a>");
    }

    @Test
    void growsItsBufferForManyReferences() {
        String document = "<n>" + "𠮷".repeat(10_000) + "</n>";

        assertThat(WireCharset.US_ASCII.encode(document)).hasSize(7 + 10_000 * "&#x20BB7;".length());
    }

    @ParameterizedTest
    @CsvSource({
        "４４０１０４,440104",
        "１１０１０５１９４９１２３１００２Ｘ,11010519491231002X",
        "（天河）,(天河)",
        "㎡①½,㎡①½",
        "天　河,天 河",
        "abc,abc",
        "'',''"
    })
    void mapsFullWidthFormsAndNothingElse(String from, String to) {
        assertThat(FullWidth.toHalfWidth(from)).isEqualTo(to);
    }

    private static String unescape(String text) {
        return java.util.regex.Pattern.compile("&#x([0-9A-F]+);")
                .matcher(text)
                .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }
}
