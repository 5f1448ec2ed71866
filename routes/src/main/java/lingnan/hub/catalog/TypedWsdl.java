package lingnan.hub.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Composes a subject's WSDL: one flat file with every schema in it, because old toolkits do not follow imports. Header
 * bindings are left out unless asked for, because some toolkits then insist on every header.
 */
final class TypedWsdl {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String CATALOG = "urn:lingnan:catalog:1";
    private static final String ADDRESS = "urn:lingnan:address";

    private TypedWsdl() {}

    /**
     * The WSDL with {@link #at} still to put the address in.
     *
     * @param elements the part of the dictionary that the operations' schema uses
     */
    static String compose(
            SubjectCode code, Label name, String namespace, Document elements, Document operations, boolean headers) {
        Map<String, String> values =
                Map.of("subject", code.value(), "namespace", namespace, "label", name.toString(), "address", ADDRESS);
        Document wsdl = Documents.template("subject.wsdl", values::get);
        for (Element conditional : withMark(wsdl)) {
            conditional.removeAttributeNS(CATALOG, "when");
            if (!headers) {
                conditional.getParentNode().removeChild(conditional);
            }
        }
        wsdl.getDocumentElement().removeAttribute("xmlns:c");
        if (!headers) {
            wsdl.getDocumentElement().removeAttribute("xmlns:x");
        }
        addSchemas(wsdl, elements, operations, headers);
        Documents.trim(wsdl.getDocumentElement());
        return new String(Documents.bytes(wsdl), StandardCharsets.UTF_8);
    }

    static byte[] at(String address, String wsdl) {
        return wsdl.replace(ADDRESS, Documents.escaped(address)).getBytes(StandardCharsets.UTF_8);
    }

    private static void addSchemas(Document wsdl, Document elements, Document operations, boolean headers) {
        Element types = (Element) wsdl.getElementsByTagNameNS(WSDL, "types").item(0);
        List<Document> schemas = new ArrayList<>();
        schemas.add(elements);
        schemas.add(own("hub/hub.xsd"));
        if (headers) {
            schemas.add(own("hub/identifiers.xsd"));
            schemas.add(own("hub/xroad.xsd"));
        }
        schemas.add(operations);
        for (Document schema : schemas) {
            Element root = (Element) wsdl.importNode(schema.getDocumentElement(), true);
            NodeList imports = root.getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "import");
            IntStream.range(0, imports.getLength())
                    .mapToObj(i -> (Element) imports.item(i))
                    .forEach(imported -> imported.removeAttribute("schemaLocation"));
            types.appendChild(root);
        }
    }

    private static List<Element> withMark(Document wsdl) {
        NodeList all = wsdl.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(element -> element.hasAttributeNS(CATALOG, "when"))
                .toList();
    }

    private static Document own(String path) {
        return Documents.parse(Documents.resource("/wsdl/" + path));
    }
}
