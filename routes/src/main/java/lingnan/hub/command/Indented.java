package lingnan.hub.command;

import java.io.StringWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamResult;
import lingnan.transformers.xml.HardenedXml;
import lingnan.transformers.xml.XmlElement;
import lingnan.transformers.xml.XmlRefusal;

/** XML laid out for reading; what is not XML stays as it is. */
final class Indented {

    private Indented() {}

    static String of(String text) {
        try {
            XmlElement.parse(text);
            Transformer layout = HardenedXml.plumbing().newTransformer();
            layout.setOutputProperty(OutputKeys.INDENT, "yes");
            layout.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            layout.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter out = new StringWriter();
            layout.transform(new StAXSource(HardenedXml.reader(text)), new StreamResult(out));
            return out.toString();
        } catch (XmlRefusal | TransformerException | javax.xml.stream.XMLStreamException notXml) {
            return text;
        }
    }
}
