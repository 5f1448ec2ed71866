package lingnan.city.canonical;

import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The schema inside a service's own WSDL, against which requests are held. */
record CanonicalSchema(String subject, String namespace, Schema schema) {

    static URL wsdl(String subject) {
        return Objects.requireNonNull(CanonicalSchema.class.getResource(subject + ".wsdl"), subject);
    }

    static CanonicalSchema of(String subject) throws IOException, SAXException {
        try {
            Element types = (Element) DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(wsdl(subject).toString())
                    .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                    .item(0);
            Schema schema = SchemaFactory.newDefaultInstance().newSchema(new DOMSource(types));
            return new CanonicalSchema(subject, types.getAttribute("targetNamespace"), schema);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK has no XML parser", e);
        }
    }
}
