package lingnan.transformers.dialect;

import java.util.List;
import java.util.Map;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.XmlDocuments;

/** Document/literal SOAP whose Body is the payload, as the hub itself speaks it. */
final class CanonicalDialect implements Dialect {

    static final String NAME = "canonical";

    private final SoapVersion version;
    private final WireCharset charset;

    private CanonicalDialect(SoapVersion version, WireCharset charset) {
        this.version = version;
        this.charset = charset;
    }

    static Dialect of(Parameters parameters) {
        return new CanonicalDialect(parameters.soap(), parameters.charset("charset", WireCharset.UTF_8));
    }

    @Override
    public WireRequest request(String operation, byte[] payload) {
        String action = "\"" + XmlDocuments.rootName(payload).getNamespaceURI() + "#" + operation + "\"";
        byte[] body = SoapWriter.envelope(version, List.of(), payload, charset);
        String contentType = version.contentType(charset);
        return version == SoapVersion.SOAP_11
                ? new WireRequest(contentType, Map.of("SOAPAction", action), body)
                : new WireRequest(contentType + "; action=" + action, Map.of(), body);
    }

    @Override
    public byte[] answer(String operation, WireAnswer answer) {
        return WireEnvelope.open(answer, charset).payload();
    }
}
