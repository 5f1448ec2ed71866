package lingnan.transformers.dialect;

import static lingnan.transformers.dialect.DialectFault.Kind.BROKEN;
import static lingnan.transformers.dialect.DialectFault.Kind.EMPTY;
import static lingnan.transformers.dialect.DialectFault.Kind.FAULT;
import static lingnan.transformers.dialect.DialectFault.Kind.NOT_SOAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DialectFaultsTests {

    private static final Map<String, Dialect> DIALECTS = Map.of(
            "canonical", Dialects.of("canonical", Map.of()),
            "asmx", Dialects.of("asmx", Map.of()),
            "axis-rpc-encoded", Dialects.of("axis-rpc-encoded", Map.of("namespace", "urn:x")),
            "xml-in-string", Dialects.of("xml-in-string", Map.of("namespace", "urn:x")));

    private static String body(String inner) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>" + inner
                + "</s:Body></s:Envelope>";
    }

    private static String string(String inner) {
        return body("<invokeResponse xmlns='urn:x'><return><![CDATA[" + inner + "]]></return></invokeResponse>");
    }

    private static String encoded(String inner, String others) {
        return body("<n:qResponse xmlns:n='urn:x' xmlns:x='http://www.w3.org/2001/XMLSchema-instance'>" + inner
                + "</n:qResponse>" + others);
    }

    static Stream<Arguments> ofEveryDialect() {
        String fault = body("<s:Fault><faultcode>s:Server</faultcode><faultstring>查无此人</faultstring></s:Fault>");
        return DIALECTS.keySet().stream()
                .flatMap(dialect -> Stream.of(
                        arguments(dialect, EMPTY, 200, "text/xml", ""),
                        arguments(dialect, EMPTY, 500, "text/html", " \r\n "),
                        arguments(dialect, NOT_SOAP, 200, "text/html", "<html><body>请登录</body></html>"),
                        arguments(dialect, NOT_SOAP, 200, "text/xml", "\n<!DOCTYPE HTML><HTML><br></HTML>"),
                        arguments(dialect, NOT_SOAP, 502, "text/html", "<h1>Bad Gateway"),
                        arguments(dialect, NOT_SOAP, 404, "text/plain", "Not found"),
                        arguments(dialect, NOT_SOAP, 200, "application/json", "{\"code\":0}"),
                        arguments(dialect, NOT_SOAP, 200, "text/xml", "<result>1</result>"),
                        arguments(dialect, BROKEN, 200, "text/xml", body("<a/>").substring(0, 90)),
                        arguments(dialect, BROKEN, 200, "text/xml", body("<a></b>")),
                        arguments(dialect, BROKEN, 200, "text/xml", body("")),
                        arguments(
                                dialect,
                                BROKEN,
                                200,
                                "text/xml",
                                "<!DOCTYPE a [<!ENTITY b 'c'>]>" + body("<a>&b;</a>")),
                        arguments(dialect, BROKEN, 200, "text/xml; charset=us-ascii", body("<a>天河</a>")),
                        arguments(dialect, BROKEN, 200, "text/xml; charset=iso-8859-1", body("<a/>")),
                        arguments(dialect, FAULT, 500, "text/xml", fault),
                        arguments(dialect, FAULT, 200, "text/xml", fault)));
    }

    @ParameterizedTest
    @MethodSource("ofEveryDialect")
    void sortsWhatIsNoAnswer(String dialect, DialectFault.Kind kind, int status, String contentType, String answer) {
        assertThatThrownBy(() -> answer(dialect, "q", status, contentType, answer))
                .isInstanceOfSatisfying(DialectFault.class, fault -> {
                    assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
                    assertThat(fault.getMessage())
                            .doesNotContain("\n", "Exception", "com.ctc")
                            .isNotBlank();
                });
    }

    static Stream<Arguments> ofOneDialect() {
        String cycle = "<multiRef id='a'><b href='#a'/></multiRef>";
        String self = "<multiRef id='a' href='#a'/>";
        StringBuilder bomb = new StringBuilder("<multiRef id='i0'><v>x</v></multiRef>");
        for (int i = 1; i < 20; i++) {
            bomb.append("<multiRef id='i").append(i).append("'>");
            bomb.append("<v href='#i")
                    .append(i - 1)
                    .append("'/>")
                    .append("<v href='#i")
                    .append(i - 1)
                    .append("'/>");
            bomb.append("</multiRef>");
        }
        StringBuilder chain = new StringBuilder("<multiRef id='i0'>x</multiRef>");
        for (int i = 1; i < 200; i++) {
            chain.append("<multiRef id='i")
                    .append(i)
                    .append("'><v href='#i")
                    .append(i - 1)
                    .append("'/></multiRef>");
        }
        return Stream.of(
                arguments("asmx", BROKEN, "q", body("<pResponse xmlns='http://tempuri.org/'/>"), "pResponse"),
                arguments("asmx", BROKEN, "q", body("<qResponse xmlns='urn:other'/>"), "urn:other"),
                arguments("xml-in-string", EMPTY, "q", string(" "), "empty"),
                arguments("xml-in-string", NOT_SOAP, "q", string("<html>登录</html>"), "web page"),
                arguments("xml-in-string", FAULT, "q", string("-1"), "-1"),
                arguments(
                        "xml-in-string",
                        FAULT,
                        "q",
                        string("java.sql.SQLException: 连接失败\n\tat a.B.c(B.java:1)"),
                        "连接失败"),
                arguments("xml-in-string", BROKEN, "q", string("<r><code>0</code>"), "line 1".replace("line", "Line")),
                arguments("xml-in-string", BROKEN, "q", string("<!DOCTYPE r><r><code>0</code></r>"), "document type"),
                arguments("xml-in-string", BROKEN, "q", string("<r><c>0</c></r>"), "no code"),
                arguments("xml-in-string", BROKEN, "q", body("<invokeResponse xmlns='urn:x'/>"), "no return"),
                arguments("xml-in-string", BROKEN, "q", body("<other xmlns='urn:x'><return/></other>"), "other"),
                arguments(
                        "xml-in-string",
                        FAULT,
                        "q",
                        string("<r><code>1</code><message>参数错误：com.ltax.gz.BadRequest: 纳税人识别号为空</message></r>"),
                        "纳税人识别号为空 (code 1)"),
                arguments("xml-in-string", FAULT, "q", string("<r><code>9</code></r>"), "did not say why. (code 9)"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("", ""), "no qReturn"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("<qReturn href='#a'/>", ""), "not there"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("<qReturn href='#a'/>", cycle), "itself"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("<qReturn href='#a'/>", self), "itself"),
                arguments(
                        "axis-rpc-encoded", BROKEN, "q", encoded("<qReturn href='#i19'/>", bomb.toString()), "unfolds"),
                arguments(
                        "axis-rpc-encoded",
                        BROKEN,
                        "q",
                        encoded("<qReturn href='#i199'/>", chain.toString()),
                        "deeper"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("<qReturn href='cid:1'/>", ""), "outside"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("<qReturn href='http://x/'/>", ""), "outside"),
                arguments("axis-rpc-encoded", BROKEN, "q", encoded("<qReturn id='a'/>", "<m id='a'/>"), "twice"));
    }

    @ParameterizedTest
    @MethodSource("ofOneDialect")
    void sortsADialectsOwnErrors(String dialect, DialectFault.Kind kind, String operation, String answer, String told) {
        assertThatThrownBy(() -> answer(dialect, operation, 200, "text/xml", answer))
                .isInstanceOfSatisfying(DialectFault.class, fault -> {
                    assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind);
                    assertThat(fault).hasMessageContaining(told);
                });
    }

    @Test
    void readsAFaultOfSoap12() {
        String answer =
                "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><s:Fault><s:Code><s:Value>s:Receiver"
                        + "</s:Value></s:Code><s:Reason><s:Text xml:lang='zh'>系统忙</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>";

        assertThatThrownBy(() -> answer("canonical", "q", 500, "application/soap+xml", answer))
                .isInstanceOf(DialectFault.class)
                .hasMessage("系统忙");
    }

    @Test
    void unfoldsSharedReferencesNullsAndPlainBeans() {
        String answer = encoded(
                "<qReturn><a href='#i'/><b href='#i'/><c x:nil='true'/><d href='#n'/><e> </e></qReturn>",
                "<multiRef id='i'><v>天</v></multiRef><multiRef id='n' xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='1'/>");

        assertThat(answer("axis-rpc-encoded", "q", 200, "text/xml", answer))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<qReturn><a><v>天</v></a><b><v>天</v></b><e> </e></qReturn>");
        assertThat(answer("axis-rpc-encoded", "q", 200, "text/xml", encoded("<qReturn x:nil='true'/>", "")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<qReturn/>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.Exception: 数据库连接失败 | 数据库连接失败",
                "java.lang.NullPointerException | The provider's system answered with an error and did not say why.",
                "org.apache.axis.AxisFault: 查询失败; nested exception is: java.net.ConnectException: Connection refused | 查询失败; Connection refused",
                "System.Web.Services.Protocols.SoapException: 服务器无法处理请求。 ---> System.Exception: 身份证号码格式错误\\n   在 PSB.Service.Query(String id)\\n   --- 内部异常堆栈跟踪的结尾 --- | 服务器无法处理请求。 身份证号码格式错误",
                "Server was unable to process request. ---> Object reference not set.\\n   at PSB.Query(String a) in C:\\\\x.cs:line 12 | Server was unable to process request. Object reference not set.",
                "失败 at gz.aic.Dao.find(Dao.java:12) | 失败",
                "a\\nCaused by: x.y.ZException: 原因\\n\\tat a.b.C.d(C.java:1)\\n\\t... 12 more | a 原因",
                "Internal Server Error | Internal Server Error",
                "请访问 www.gz.gov.cn 或致电 12366 | 请访问 www.gz.gov.cn 或致电 12366"
            })
    void keepsTheProvidersSentenceOnly(String raw, String expected) {
        String text = raw.replace("\\n", "\n").replace("\\t", "\t");

        assertThat(ProviderSentence.orNone(text)).isEqualTo(expected);
    }

    @Test
    void cutsEndlessSentences() {
        assertThat(ProviderSentence.orNone("𠮷".repeat(1000))).isEqualTo("𠮷".repeat(300) + "…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corba||There is no dialect corba; use one of [asmx, axis-rpc-encoded, canonical, xml-in-string].",
                "canonical|soap=1.3|The parameter soap of the dialect canonical is \"1.3\"; it must be 1.1 or 1.2.",
                "canonical|charset=latin1|must be one of UTF-8",
                "canonical|namespace=urn:x|The dialect canonical has no parameter namespace; it has [charset, soap].",
                "axis-rpc-encoded||needs the parameter namespace",
                "xml-in-string|namespace= |needs the parameter namespace",
                "xml-in-string|namespace=urn:x,wrapper=a b|must be the name of an element",
                "xml-in-string|namespace=urn:x,qualified=yes|must be true or false",
                "xml-in-string|namespace=urn:x,innerCharset=EBCDIC|must be one of"
            })
    void refusesWrongParameters(String name, String parameters, String told) {
        Map<String, String> map = new java.util.TreeMap<>();
        if (parameters != null) {
            for (String parameter : parameters.split(",")) {
                map.put(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
            }
        }
        assertThatThrownBy(() -> Dialects.of(name, map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({
        "asmx, '<p xmlns=\"http://tempuri.org/\"/>'",
        "asmx, '<q xmlns=\"urn:x\"/>'",
        "axis-rpc-encoded, <p/>",
        "axis-rpc-encoded, <q><a><b/></a></q>"
    })
    void refusesPayloadsThatAreNotTheOperations(String dialect, String payload) {
        assertThatThrownBy(() -> DIALECTS.get(dialect).request("q", payload.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesChildrenUnqualifiedWhereTheProviderWantsThat() {
        byte[] body = Dialects.of("xml-in-string", Map.of("namespace", "urn:x", "qualified", "false"))
                .request("Q", "<r/>".getBytes(StandardCharsets.UTF_8))
                .body();

        assertThat(body)
                .asString(StandardCharsets.UTF_8)
                .contains("<svc:invoke xmlns:svc=\"urn:x\"><type>Q</type><xml>");
    }

    private static byte[] answer(String dialect, String operation, int status, String contentType, String answer) {
        return DIALECTS.get(dialect)
                .answer(operation, new WireAnswer(status, contentType, answer.getBytes(StandardCharsets.UTF_8)));
    }
}
