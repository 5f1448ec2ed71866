package lingnan.transformers.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.dialect.DialectFault.Kind;
import lingnan.transformers.xml.SoapMessage;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.XmlDocuments;
import lingnan.transformers.xml.XmlOutput;
import lingnan.transformers.xml.XmlRefusal;

/**
 * One operation {@code String invoke(String type, String xml)} whose strings hold a second document. The inner prolog
 * names an encoding that is not its own: the text was decoded with the envelope, so the prolog is written as the
 * provider expects it and ignored when read.
 */
final class XmlInStringDialect implements Dialect {

    static final String NAME = "xml-in-string";

    private final WireCharset charset;
    private final QName wrapper;
    private final QName type;
    private final QName xml;
    private final String returnElement;
    private final String prolog;
    private final String successElement;
    private final String successValue;
    private final String messageElement;

    private XmlInStringDialect(Parameters parameters) {
        String namespace = parameters.required("namespace");
        String inner = parameters.flag("qualified", true) ? namespace : "";
        charset = parameters.charset("charset", WireCharset.UTF_8);
        wrapper = new QName(namespace, parameters.element("wrapper", "invoke"), "svc");
        type = element(inner, parameters.element("typeElement", "type"));
        xml = element(inner, parameters.element("xmlElement", "xml"));
        returnElement = parameters.element("returnElement", "return");
        WireCharset told = parameters.charset("innerCharset", WireCharset.GBK);
        prolog = "<?xml version=\"1.0\" encoding=\"" + told.label() + "\"?>";
        successElement = parameters.element("successElement", "code");
        successValue = parameters.text("successValue", "0");
        messageElement = parameters.element("messageElement", "message");
    }

    static Dialect of(Parameters parameters) {
        return new XmlInStringDialect(parameters);
    }

    private static QName element(String namespace, String localName) {
        return namespace.isEmpty() ? new QName(localName) : new QName(namespace, localName, "svc");
    }

    @Override
    public WireRequest request(String operation, byte[] payload) {
        XmlOutput out = new XmlOutput().start(wrapper);
        out.element(type, operation)
                .element(xml, prolog + XmlDocuments.text(payload))
                .end();
        byte[] call = out.toString().getBytes(StandardCharsets.UTF_8);
        return new WireRequest(
                SoapVersion.SOAP_11.contentType(charset),
                Map.of("SOAPAction", "\"\""),
                SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), call, charset));
    }

    @Override
    public byte[] answer(String operation, WireAnswer answer) {
        SoapMessage message = WireEnvelope.open(answer, charset);
        Optional<String> returned = XmlDocuments.childText(message.payload(), returnElement);
        if (!message.operation().getLocalPart().equals(wrapper.getLocalPart() + "Response") || returned.isEmpty()) {
            throw new DialectFault(
                    Kind.BROKEN, "The provider's answer " + message.operation() + " holds no " + returnElement + ".");
        }
        byte[] payload = inner(returned.get());
        expectSuccess(payload);
        return payload;
    }

    private static byte[] inner(String text) {
        if (text.isBlank()) {
            throw new DialectFault(Kind.EMPTY, "The string in the provider's answer is empty.");
        }
        if (WireEnvelope.isWebPage("", text)) {
            throw new DialectFault(Kind.NOT_SOAP, "The string in the provider's answer is a web page.");
        }
        String document = text.strip();
        if (document.charAt(0) != '<' && document.charAt(0) != '\uFEFF') {
            throw new DialectFault(Kind.FAULT, ProviderSentence.orNone(document));
        }
        try {
            return XmlDocuments.payload(document.charAt(0) == '\uFEFF' ? document.substring(1) : document);
        } catch (XmlRefusal refusal) {
            throw new DialectFault(
                    Kind.BROKEN, "The document in the provider's answer is not usable: " + refusal.getMessage());
        }
    }

    private void expectSuccess(byte[] payload) {
        String value = XmlDocuments.childText(payload, successElement)
                .map(String::strip)
                .orElseThrow(() -> new DialectFault(
                        Kind.BROKEN, "The document in the provider's answer has no " + successElement + "."));
        if (!value.equals(successValue)) {
            String told = XmlDocuments.childText(payload, messageElement).orElse("");
            throw new DialectFault(
                    Kind.FAULT, ProviderSentence.orNone(told) + " (" + successElement + " " + value + ")");
        }
    }
}
