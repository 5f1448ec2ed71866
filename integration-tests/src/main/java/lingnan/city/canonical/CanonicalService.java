package lingnan.city.canonical;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import lingnan.city.agency.Call;
import lingnan.city.agency.Soap;
import lingnan.city.data.Register;
import lingnan.city.data.Row;
import org.apache.cxf.binding.soap.SoapFault;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Answers {@code Query} of one subject. A request that does not fit the schema is refused: a hub that sends it is at fault. */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
public final class CanonicalService implements Provider<Source> {

    private static final String AS_OF = "2009-11-10T09:00:00+08:00";

    private final Register register;
    private final CanonicalSchema schema;
    // Neither may be shared between threads, and both are dear to make.
    private final ThreadLocal<Validator> validators;
    private final ThreadLocal<Transformer> copiers = ThreadLocal.withInitial(CanonicalService::copier);

    CanonicalService(Register register, CanonicalSchema schema) {
        this.register = register;
        this.schema = schema;
        this.validators = ThreadLocal.withInitial(schema.schema()::newValidator);
    }

    private static Transformer copier() {
        try {
            return TransformerFactory.newDefaultInstance().newTransformer();
        } catch (TransformerException e) {
            throw new IllegalStateException("The JDK cannot copy XML", e);
        }
    }

    CanonicalSchema schema() {
        return schema;
    }

    @Override
    public Source invoke(Source request) {
        Map<String, String> asked = Soap.children(valid(request).getDocumentElement());
        asked.values().removeIf(String::isBlank);
        Call call = Call.current();
        call.acts("Query", String.join(" ", asked.values()));
        if (call.isToFail()) {
            throw fault("Server", "数据库维护中");
        }
        if (asked.isEmpty()) {
            throw fault("Client", "Query needs at least one of " + register.keys());
        }
        return new StreamSource(new StringReader(response(register.find(asked))));
    }

    private Document valid(Source request) {
        try {
            DOMResult document = new DOMResult();
            copiers.get().transform(request, document);
            validators.get().validate(new DOMSource(document.getNode()));
            Document valid = (Document) document.getNode();
            if (!"Query".equals(valid.getDocumentElement().getLocalName())) {
                throw fault(
                        "Client",
                        "There is no operation " + valid.getDocumentElement().getNodeName());
            }
            return valid;
        } catch (SAXException | TransformerException e) {
            throw fault("Client", "The request does not fit the schema: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String response(List<Row> found) {
        StringBuilder xml =
                new StringBuilder("<QueryResponse xmlns=\"" + schema.namespace() + "\" asOf=\"" + AS_OF + "\">");
        for (Row row : found) {
            xml.append("<record>");
            row.columns().forEach((field, text) -> xml.append(field(field, text)));
            xml.append("</record>");
        }
        return xml.append("</QueryResponse>").toString();
    }

    /** Gaps are left out; amounts say their unit. */
    private static String field(String field, String text) {
        if (text.isBlank()) {
            return "";
        }
        String unit =
                switch (field) {
                    case "capital" -> " unit=\"万元\"";
                    case "buildingArea" -> " unit=\"㎡\"";
                    default -> "";
                };
        return "<" + field + unit + ">" + Soap.escape(text) + "</" + field + ">";
    }

    private static SoapFault fault(String side, String text) {
        return new SoapFault(text, new QName(Soap.SOAP_11, side));
    }
}
