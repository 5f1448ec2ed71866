package lingnan.transformers.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;

/**
 * Writes envelopes and faults. What a character set cannot hold becomes a character reference. A fault's detail is one
 * element of the hub's namespace, because several stacks lose an unqualified one.
 */
public final class SoapWriter {

    /** The namespace of the hub's own header blocks and fault detail. */
    public static final String HUB_NAMESPACE = "urn:lingnan:hub:1";

    private static final QName XML_LANG = new QName(XMLConstants.XML_NS_URI, "lang", XMLConstants.XML_NS_PREFIX);

    private SoapWriter() {}

    /**
     * Wraps a payload.
     *
     * @param payload one well-formed document in UTF-8, which is not parsed again
     */
    public static byte[] envelope(SoapVersion version, List<XmlElement> headers, byte[] payload, WireCharset charset) {
        String open = open(version, headers, charset);
        if (charset != WireCharset.UTF_8) {
            return charset.encode(open + XmlDocuments.text(payload) + CLOSE);
        }
        byte[] before = charset.encode(open);
        int start = XmlDocuments.start(payload);
        int length = payload.length - start;
        byte[] whole = Arrays.copyOf(before, before.length + length + CLOSE_UTF_8.length);
        System.arraycopy(payload, start, whole, before.length, length);
        System.arraycopy(CLOSE_UTF_8, 0, whole, before.length + length, CLOSE_UTF_8.length);
        return whole;
    }

    /** Writes a fault; send it with HTTP status 500. */
    public static byte[] fault(SoapVersion version, List<XmlElement> headers, SoapFault fault, WireCharset charset) {
        XmlOutput out = new XmlOutput();
        out.start(version.name("Fault"));
        if (version == SoapVersion.SOAP_11) {
            fault11(out, fault);
        } else {
            fault12(out, fault);
        }
        return charset.encode(open(version, headers, charset) + out.end() + CLOSE);
    }

    private static final String CLOSE = "</soapenv:Body></soapenv:Envelope>";
    private static final byte[] CLOSE_UTF_8 = CLOSE.getBytes(StandardCharsets.UTF_8);

    private static String open(SoapVersion version, List<XmlElement> headers, WireCharset charset) {
        StringBuilder open = new StringBuilder(256);
        open.append("<?xml version=\"1.0\" encoding=\"").append(charset.label()).append("\"?>");
        open.append("<soapenv:Envelope xmlns:soapenv=\"")
                .append(version.namespace())
                .append("\">");
        if (!headers.isEmpty()) {
            open.append("<soapenv:Header>");
            XmlOutput blocks = new XmlOutput();
            headers.forEach(blocks::element);
            open.append(blocks);
            open.append("</soapenv:Header>");
        }
        return open.append("<soapenv:Body>").toString();
    }

    private static void fault11(XmlOutput out, SoapFault fault) {
        out.element(new QName("faultcode"), "soapenv:" + fault.side().in(SoapVersion.SOAP_11));
        out.element(new QName("faultstring"), fault.sentenceZh() + " / " + fault.sentenceEn() + remark(fault));
        if (fault.role() != null) {
            out.element(new QName("faultactor"), fault.role());
        }
        out.start(new QName("detail"));
        detail(out, fault);
        out.end();
    }

    private static void fault12(XmlOutput out, SoapFault fault) {
        SoapVersion version = SoapVersion.SOAP_12;
        out.start(version.name("Code"));
        out.element(version.name("Value"), "soapenv:" + fault.side().in(version));
        out.start(version.name("Subcode")).start(version.name("Value"));
        out.declare("hub", HUB_NAMESPACE)
                .text("hub:" + fault.code())
                .end()
                .end()
                .end();
        out.start(version.name("Reason"));
        reason(out, "zh", fault.sentenceZh() + remark(fault));
        reason(out, "en", fault.sentenceEn() + remark(fault));
        out.end();
        if (fault.role() != null) {
            out.element(version.name("Role"), fault.role());
        }
        out.start(version.name("Detail"));
        detail(out, fault);
        out.end();
    }

    private static void reason(XmlOutput out, String language, String text) {
        out.start(SoapVersion.SOAP_12.name("Text"))
                .attribute(XML_LANG, language)
                .text(text)
                .end();
    }

    private static String remark(SoapFault fault) {
        return fault.detail().isEmpty() ? "" : " (" + fault.detail() + ")";
    }

    private static void detail(XmlOutput out, SoapFault fault) {
        out.start(hub("fault"));
        out.element(hub("code"), fault.code());
        out.element(hub("messageId"), fault.messageId());
        out.element(hub("zh"), fault.sentenceZh());
        out.element(hub("en"), fault.sentenceEn());
        out.element(hub("detail"), fault.detail());
        out.end();
    }

    private static QName hub(String localName) {
        return new QName(HUB_NAMESPACE, localName, "hub");
    }
}
