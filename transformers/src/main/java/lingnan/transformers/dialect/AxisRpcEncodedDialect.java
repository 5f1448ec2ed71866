package lingnan.transformers.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.dialect.DialectFault.Kind;
import lingnan.transformers.xml.SoapBlocks;
import lingnan.transformers.xml.SoapVersion;
import lingnan.transformers.xml.SoapWriter;
import lingnan.transformers.xml.StrictSoapReader;
import lingnan.transformers.xml.XmlDocuments;
import lingnan.transformers.xml.XmlElement;
import lingnan.transformers.xml.XmlOutput;

/**
 * RPC/encoded SOAP 1.1 (section 5 of its note) as Apache Axis 1.x speaks it. Done on the XML, because today's stacks
 * refuse such contracts. Payloads carry no namespace, no types and no references: a parameter is an element, null is
 * {@code nil="true"} in a request and absence in an answer, an array's members are named {@code item}.
 */
final class AxisRpcEncodedDialect implements Dialect {

    static final String NAME = "axis-rpc-encoded";

    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final QName TYPE = new QName(EncodedGraph.XSI, "type", "xsi");
    private static final QName NIL = new QName(EncodedGraph.XSI, "nil", "xsi");

    private final String namespace;
    private final String soapAction;
    private final WireCharset charset;

    private AxisRpcEncodedDialect(String namespace, String soapAction, WireCharset charset) {
        this.namespace = namespace;
        this.soapAction = soapAction;
        this.charset = charset;
    }

    static Dialect of(Parameters parameters) {
        return new AxisRpcEncodedDialect(
                parameters.required("namespace"),
                parameters.text("soapAction", ""),
                parameters.charset("charset", WireCharset.UTF_8));
    }

    @Override
    public WireRequest request(String operation, byte[] payload) {
        XmlElement call = XmlElement.parse(XmlDocuments.text(payload));
        if (!call.name().getLocalPart().equals(operation)) {
            throw new IllegalArgumentException(
                    "The payload's root is " + call.name().getLocalPart() + "; the operation is " + operation + ".");
        }
        XmlOutput out = new XmlOutput().start(new QName(namespace, operation, "ns1"));
        out.declare("xsd", XSD).declare("xsi", EncodedGraph.XSI);
        out.attribute(SoapVersion.SOAP_11.name("encodingStyle"), ENCODING);
        call.children().forEach(parameter -> write(out, parameter));
        byte[] body = out.end().toString().getBytes(StandardCharsets.UTF_8);
        return new WireRequest(
                SoapVersion.SOAP_11.contentType(charset),
                Map.of("SOAPAction", "\"" + soapAction + "\""),
                SoapWriter.envelope(SoapVersion.SOAP_11, List.of(), body, charset));
    }

    private static void write(XmlOutput out, XmlElement parameter) {
        if (!parameter.children().isEmpty()) {
            throw new IllegalArgumentException(
                    "The parameter " + parameter.name().getLocalPart() + " has elements in it; only text can be sent.");
        }
        String type = parameter.attribute(new QName("type")).orElse("string");
        out.start(new QName(parameter.name().getLocalPart())).attribute(TYPE, "xsd:" + type);
        if (parameter.attribute(new QName("nil")).filter("true"::equals).isPresent()) {
            out.attribute(NIL, "true");
        } else {
            out.text(parameter.text());
        }
        out.end();
    }

    @Override
    public byte[] answer(String operation, WireAnswer answer) {
        SoapBlocks body = WireEnvelope.read(answer, charset, StrictSoapReader::readBlocks);
        XmlElement response = body.blocks().get(0);
        if (response.name().equals(body.version().name("Fault"))) {
            throw new DialectFault(Kind.FAULT, ProviderSentence.of(response));
        }
        String expected = operation + "Return";
        XmlElement returned = response.child(expected)
                .orElseThrow(() -> new DialectFault(
                        Kind.BROKEN,
                        "The provider's answer " + response.name().getLocalPart() + " holds no " + expected + "."));
        return EncodedGraph.of(body.blocks()).tree(returned).toDocument();
    }
}
