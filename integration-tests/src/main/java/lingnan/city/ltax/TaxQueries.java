package lingnan.city.ltax;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import lingnan.city.data.Register;
import lingnan.city.data.Registers;
import lingnan.city.data.Row;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What is in the string. Errors are answers too, with a code other than 0: 1 for the caller's, 9 for the system's. */
final class TaxQueries {

    /** A lie: the document is characters already, and travels in UTF-8. */
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"GBK\"?>";

    private final Map<String, Register> registers;

    TaxQueries(Registers registers) {
        this.registers = Map.of("TAX_STATUS", registers.taxpayers(), "DEED_PAID", registers.deeds());
    }

    String answer(Call call, String type, String xml) throws IOException {
        Register register = registers.get(type);
        if (register == null) {
            return error("1", "未知服务:" + type);
        }
        Map<String, String> asked;
        try {
            Element request = Soap.parseText(xml.strip());
            asked = Soap.children(Soap.child(request, "body"));
        } catch (SAXException e) {
            return error("1", "报文格式错误:" + e.getMessage());
        }
        asked.values().removeIf(String::isBlank);
        call.acts(type, String.join(" ", asked.values()));
        if (call.isToFail()) {
            return error("9", "系统异常:java.sql.SQLException: 无法获取连接");
        }
        if (asked.isEmpty() || !register.keys().containsAll(asked.keySet())) {
            return error("1", "查询条件错误:" + asked.keySet());
        }
        List<Row> found = register.find(asked);
        return found.isEmpty() && type.equals("DEED_PAID") ? rows(List.of(notFound(asked))) : rows(found);
    }

    /** A deed that the bureau has never seen is an answer, not an empty one: the title gate turns on it. */
    private static Row notFound(Map<String, String> asked) {
        return new Row(Map.of(
                "HTBH",
                asked.getOrDefault("HTBH", ""),
                "GMFZJH",
                asked.getOrDefault("GMFZJH", ""),
                "FWBH",
                asked.getOrDefault("FWBH", ""),
                "JG",
                "NOT_FOUND",
                "PZH",
                "",
                "JKRQ",
                ""));
    }

    private static String rows(List<Row> rows) {
        StringBuilder xml = new StringBuilder(PROLOG).append("<HtResponse><code>0</code><message>成功</message><rows>");
        for (Row row : rows) {
            xml.append("<row>");
            row.columns().forEach((column, text) -> xml.append(Soap.element(column, text)));
            xml.append("</row>");
        }
        return xml.append("</rows></HtResponse>").toString();
    }

    private static String error(String code, String message) {
        return PROLOG + "<HtResponse><code>" + code + "</code>" + Soap.element("message", message)
                + "<rows/></HtResponse>";
    }
}
