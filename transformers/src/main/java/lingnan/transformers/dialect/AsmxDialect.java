package lingnan.transformers.dialect;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.dialect.DialectFault.Kind;
import lingnan.transformers.xml.SoapMessage;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;

/** Document/literal SOAP 1.1 as .NET's ASMX services speak it: the SOAPAction is required and quoted. */
final class AsmxDialect implements Dialect {

    static final String NAME = "asmx";

    private final String namespace;
    private final WireCharset charset;

    private AsmxDialect(String namespace, WireCharset charset) {
        this.namespace = namespace;
        this.charset = charset;
    }

    static Dialect of(Parameters parameters) {
        return new AsmxDialect(
                parameters.text("namespace", "http://tempuri.org/"), parameters.charset("charset", WireCharset.UTF_8));
    }

    @Override
    public WireRequest request(String operation, byte[] payload) {
        QName root = WireEnvelope.expectRoot(payload, operation);
        if (!root.getNamespaceURI().equals(namespace)) {
            throw new IllegalArgumentException(
                    "The payload is in the namespace \"" + root.getNamespaceURI() + "\", the service in " + namespace);
        }
        String action = namespace.endsWith("/") ? namespace + operation : namespace + "/" + operation;
        return new WireRequest(
                SoapVersion.SOAP_11.contentType(charset),
                Map.of("SOAPAction", "\"" + action + "\""),
                SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), payload, charset));
    }

    @Override
    public byte[] answer(String operation, WireAnswer answer) {
        SoapMessage message = WireEnvelope.open(answer, charset);
        if (!message.operation().equals(new QName(namespace, operation + "Response"))) {
            throw new DialectFault(
                    Kind.BROKEN, "The provider answered " + operation + " with " + message.operation() + ".");
        }
        return message.payload();
    }
}
