package lingnan.transformers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.dialect.Dialect;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import lingnan.transformers.dialect.Dialects;
import lingnan.transformers.mapping.Mapping;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.StrictSoapReader;

/** Rough timings of the hot path, warm, on one thread: run its main from the folder {@code transformers}. */
final class Timings {

    private static final int WARM_UP = 20_000;
    private static final int RUNS = 50_000;

    private static long sink;

    private Timings() {}

    public static void main(String[] arguments) throws Exception {
        String record = "<record><name>广州市䶮㑇·建材有限公司</name><code>440199100000011</code><day>20091110</day></record>";
        String payload = "<QueryResponse xmlns=\"urn:x\">" + record.repeat(15) + "</QueryResponse>";
        byte[] canonical = payload.getBytes(StandardCharsets.UTF_8);
        for (WireCharset charset : List.of(WireCharset.UTF_8, WireCharset.GBK, WireCharset.GB18030)) {
            byte[] envelope = SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), canonical, charset);
            time("strict pass, " + envelope.length + " bytes " + charset, () -> StrictSoapReader.read(envelope, charset)
                    .payload());
            time("envelope, " + charset, () -> SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), canonical, charset));
        }
        dialect("canonical", "Query", Map.of());
        dialect("asmx", "QueryPopulation", Map.of());
        dialect("axis-rpc-encoded", "queryEnterprise", Map.of("namespace", "urn:aic:enterprise"));
        dialect("xml-in-string", "TAX_STATUS", Map.of("namespace", "http://service.ltax.gz/"));
        Mapping mapping = Mapping.compile("m.xsl", """
                <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:lingnan:xslt:1"
                    xmlns:x="urn:x" exclude-result-prefixes="#all">
                  <xsl:import href="lingnan.xsl"/>
                  <xsl:template match="/x:QueryResponse"><r xmlns="urn:y"><xsl:apply-templates/></r></xsl:template>
                  <xsl:template match="x:record">
                    <i><xsl:sequence select="l:field('urn:y', 'n', l:text(x:name)), l:field('urn:y', 'c', l:code(x:code)),
                        l:field('urn:y', 'd', l:date(x:day))"/></i>
                  </xsl:template>
                </xsl:stylesheet>
                """.getBytes(StandardCharsets.UTF_8));
        time("mapping, " + canonical.length + " bytes, 15 records", () -> mapping.apply(canonical));
        byte[] one = ("<QueryResponse xmlns=\"urn:x\">" + record + "</QueryResponse>").getBytes(StandardCharsets.UTF_8);
        time("mapping, " + one.length + " bytes, 1 record", () -> mapping.apply(one));
        System.out.println("(" + sink + ")");
    }

    private static void dialect(String name, String operation, Map<String, String> parameters) throws Exception {
        Dialect dialect = Dialects.of(name, parameters);
        byte[] request = Files.readAllBytes(Path.of("dialects", name, "1-request.xml"));
        byte[] wire = Files.readAllBytes(Path.of("dialects", name, "3-answer-wire.xml"));
        time(name + ", request", () -> dialect.request(operation, request).body());
        WireAnswer answer = new WireAnswer(200, "text/xml; charset=utf-8", wire);
        time(name + ", answer of " + wire.length + " bytes", () -> dialect.answer(operation, answer));
    }

    private static void time(String what, Supplier<byte[]> work) {
        for (int i = 0; i < WARM_UP; i++) {
            sink += work.get().length;
        }
        long start = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            sink += work.get().length;
        }
        System.out.printf("%6.1f µs  %s%n", (System.nanoTime() - start) / 1_000.0 / RUNS, what);
    }
}
