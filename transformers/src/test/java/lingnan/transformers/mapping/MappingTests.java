package lingnan.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTests {

    private static String stylesheet(String declarations, String body) {
        return "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:l='urn:lingnan:xslt:1'"
                + " xmlns:xs='http://www.w3.org/2001/XMLSchema' exclude-result-prefixes='#all'>\n"
                + declarations + "\n<xsl:template match='/'>" + body + "</xsl:template>\n</xsl:stylesheet>";
    }

    private static String apply(String declarations, String body, String document) {
        byte[] out = compile(stylesheet(declarations, body)).apply(document.getBytes(StandardCharsets.UTF_8));
        return new String(out, StandardCharsets.UTF_8);
    }

    private static Mapping compile(String stylesheet) {
        return Mapping.compile("to-canonical.xsl", stylesheet.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mapsBytesToBytes() {
        assertThat(apply(
                        "",
                        "<b xmlns='urn:b'><xsl:value-of select='a/@x'/></b>",
                        "<?xml version='1.0' encoding='UTF-8'?>\n<a x='𠮷䶮㑇·１'/>"))
                .isEqualTo("<b xmlns=\"urn:b\">𠮷䶮㑇·１</b>");
    }

    @Test
    void readsAFileAndItsParameters(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("m.xsl"),
                stylesheet(
                        "<xsl:param name='asOf' as='xs:date'/><xsl:param name='other' select='1'/>",
                        "<b day='{$asOf + xs:dayTimeDuration(\"P1D\")}'/>"));

        Mapping mapping = Mapping.compile(file);

        assertThat(mapping.parameters()).containsExactly("asOf", "other");
        assertThat(mapping.apply("<a/>".getBytes(StandardCharsets.UTF_8), Map.of("asOf", "2009-11-09")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<b day=\"2009-11-10\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('file:///etc/hostname')",
                "doc ('x')",
                "doc(: c :)('x')",
                "fn:doc('x')",
                "Q{http://www.w3.org/2005/xpath-functions}doc('x')",
                "document('x')",
                "doc-available('x')",
                "json-doc('x')",
                "unparsed-text('x')",
                "unparsed-text-lines('x')",
                "unparsed-text-available('x')",
                "collection()",
                "uri-collection()",
                "environment-variable('PATH')",
                "available-environment-variables()",
                "system-property('java.home')",
                "current-dateTime()",
                "current-date()",
                "current-time()",
                "implicit-timezone()",
                "current-dateTime#0()",
                "function-lookup(xs:QName('fn:current-date'), 0)()",
                "transform(map{})",
                "load-xquery-module('x')"
            })
    void refusesFunctionsThatReachOutside(String expression) {
        for (String body : new String[] {
            "<b><xsl:value-of select=\"" + expression + "\"/></b>",
            "<b c=\"{" + expression + "}\"/>",
            "<b xsl:expand-text='yes'>{" + expression + "}</b>"
        }) {
            assertThatThrownBy(() -> compile(stylesheet("", body)))
                    .isInstanceOf(MappingRefusal.class)
                    .hasMessageContaining("to-canonical.xsl:3: The function ")
                    .hasMessageContaining("is not allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:result-document href='file:///tmp/x'><a/></xsl:result-document>",
                "<xsl:evaluate xpath=\"'1'\"/>",
                "<xsl:source-document href='x'><a/></xsl:source-document>",
                "<xsl:value-of _select='1'/>",
                "<b xmlns:j='java:java.lang.Runtime'><xsl:value-of select='j:getRuntime()'/></b>",
                "<b xmlns:saxon='http://saxon.sf.net/'/>"
            })
    void refusesInstructionsThatReachOutside(String body) {
        assertThatThrownBy(() -> compile(stylesheet("", body)))
                .isInstanceOf(MappingRefusal.class)
                .hasMessageStartingWith("to-canonical.xsl:3: ")
                .hasMessageContaining("allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xsl:import href='other.xsl'/>",
                "<xsl:include href='file:///etc/passwd'/>",
                "<xsl:import href='http://127.0.0.1:1/lingnan.xsl'/>",
                "<xsl:import href='../lingnan.xsl'/>"
            })
    void importsNothingButTheLibrary(String declaration) {
        assertThatThrownBy(() -> compile(stylesheet(declaration, "<b/>"))).isInstanceOf(MappingRefusal.class);
    }

    @Test
    void refusesDocumentTypes() {
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";

        assertThatThrownBy(() -> compile(entity + stylesheet("", "<b/>"))).isInstanceOf(MappingRefusal.class);
        assertThatThrownBy(() -> apply("", "<b/>", entity + "<a>&x;</a>"))
                .isInstanceOf(MappingRefusal.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> compile(stylesheet("<xsl:output doctype-system='x'/>", "<b/>")))
                .hasMessageContaining("document type");
    }

    @Test
    void namesFileAndLineOfEveryMistake() {
        assertThatThrownBy(
                        () -> compile(stylesheet("", "\n<xsl:value-of select='a +'/>\n<xsl:value-of select='$no'/>")))
                .isInstanceOfSatisfying(MappingRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(MappingRefusal.Finding::line)
                        .containsExactly(4, 5));
        assertThatThrownBy(() -> compile("<xsl:stylesheet"))
                .hasMessageStartingWith("to-canonical.xsl:1: The stylesheet is not well-formed");
    }

    @Test
    void namesTheLineThatFailedOnADocument() {
        assertThatThrownBy(() -> apply("", "\n\n<b><xsl:value-of select='xs:date(a)'/></b>", "<a>x</a>"))
                .isInstanceOf(MappingRefusal.class)
                .hasMessageStartingWith("to-canonical.xsl:5: ")
                .hasMessageNotContaining("net.sf");
    }

    @Test
    void passesOnWhatTheStylesheetSays() {
        assertThatThrownBy(() -> apply("", "<b><xsl:message terminate='yes'>登记号缺失</xsl:message></b>", "<a/>"))
                .isInstanceOf(MappingRefusal.class)
                .hasMessageContaining("登记号缺失")
                .hasMessageStartingWith("to-canonical.xsl:3");
    }

    @Test
    void endsRunawayStylesheets() {
        String forever = "<xsl:template name='f'><xsl:param name='n'/><x><xsl:call-template name='f'>"
                + "<xsl:with-param name='n' select='$n + 1'/></xsl:call-template></x></xsl:template>";
        assertThatThrownBy(() -> apply(forever, "<xsl:call-template name='f'/>", "<a/>"))
                .isInstanceOf(MappingRefusal.class);
        assertThatThrownBy(() -> apply(
                        "",
                        "<b><xsl:for-each select='1 to 2000000000'>0123456789012345678901234567890123456789</xsl:for-each></b>",
                        "<a/>"))
                .isInstanceOf(MappingRefusal.class)
                .hasMessageContaining("makes more than");
    }

    @Test
    void refusesAnEmptyResult() {
        assertThatThrownBy(() -> apply("", "<xsl:sequence select='()'/>", "<a/>"))
                .hasMessageContaining("nothing");
    }

    @Test
    void refusesADocumentThatIsNotWellFormed() {
        assertThatThrownBy(() -> apply("", "<b/>", "<a>")).isInstanceOf(MappingRefusal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "l:date | 20091110 | 2009-11-10",
                "l:date | 2009-11-10 | 2009-11-10",
                "l:date | 2009/11/10 | 2009-11-10",
                "l:date | 2009/1/5 | 2009-01-05",
                "l:date | 2009.11.10 | 2009-11-10",
                "l:date | 2009年11月10日 | 2009-11-10",
                "l:date | ２００９年１月５日 | 2009-01-05",
                "l:date | 10-11月-09 | 2009-11-10",
                "l:date | 10-11月-55 | 1955-11-10",
                "l:date | 1955-06-15T00:00:00 | 1955-06-15",
                "l:date | 1988-05-01T00:00:00+09:00 | 1988-05-01",
                "l:date | 2009-11-10 00:00:00.0 | 2009-11-10",
                "l:date | 1900-01-01 | 1900-01-01",
                "l:date | 2008-02-29 | 2008-02-29",
                "l:date | 2009-02-29 | -",
                "l:date | 0001-01-01T00:00:00 | -",
                "l:date | 9999-12-31 | -",
                "l:date | 00000000 | -",
                "l:date | 195500 | -",
                "l:date | 2009111 | -",
                "l:date | 长期 | -",
                "l:date | 不详 | -",
                "l:date | '' | -",
                "l:text | ' 𠮷祥·䶮㑇 （１） ' | 𠮷祥·䶮㑇 （１）",
                "l:text | '　天河　' | 天河",
                "l:text | 无 | -",
                "l:text | NULL | -",
                "l:text | — | -",
                "l:text | ' ' | -",
                "l:text | 不详 | -",
                "l:text | 0 | 0",
                "l:text | 无锡路 | 无锡路",
                "l:half-width | ４４０１０４Ｘ（㎡①½） | 440104X(㎡①½)",
                "l:code | ' ４４０１ ９９ｘ ' | 440199X",
                "l:decimal | '1,234.50' | 1234.5",
                "l:decimal | １２ | 12",
                "l:decimal | 十二 | -",
                "l:citizen-id | 44019919900101005x | 44019919900101005X",
                "l:citizen-id | ４４０１９９１９９００１０１００５Ｘ | 44019919900101005X",
                "l:citizen-id | 440199550615002 | 440199195506150025",
                "l:citizen-id | 无 | -",
                "l:organisation-code | QQTEXT01-7 | QQTEXT017",
                "l:organisation-code | d2143569-x | D2143569X"
            })
    void knowsTheHabitsOfData(String function, String value, String expected) {
        String out = apply(
                "<xsl:import href='lingnan.xsl'/>",
                "<b><xsl:sequence select=\"l:field('', 'v', " + function + "(a))\"/></b>",
                "<a>" + value + "</a>");

        assertThat(out).isEqualTo(expected == null ? "<b/>" : "<b><v>" + expected + "</v></b>");
    }

    @ParameterizedTest
    @CsvSource({
        "sex,男,1",
        "sex,1,1",
        "sex,女,2",
        "sex,未知,0",
        "sex,?,?",
        "marital-status,已婚,20",
        "marital-status,２,20",
        "marital-status,21,21"
    })
    void mapsCodesByLists(String list, String value, String expected) {
        assertThat(apply(
                        "<xsl:import href='lingnan.xsl'/>",
                        "<b><xsl:value-of select='l:listed(a, $l:" + list + ")'/></b>",
                        "<a>" + value + "</a>"))
                .isEqualTo("<b>" + expected + "</b>");
    }
}
