package lingnan.hub.command;

import java.io.StringWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
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
            // Under UTF-8 the JDK writes what lies beyond the BMP as references.
            layout.setOutputProperty(OutputKeys.ENCODING, "UTF-16");
            layout.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter out = new StringWriter();
            layout.transform(new StAXSource(new WithoutLayout(HardenedXml.reader(text))), new StreamResult(out));
            return out.toString();
        } catch (XmlRefusal | TransformerException | XMLStreamException notXml) {
            return text;
        }
    }

    /** Leaves out the line breaks that the sender laid it out with: beside ours they would be empty lines. */
    private static final class WithoutLayout extends StreamReaderDelegate {

        WithoutLayout(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            while (event == CHARACTERS && isWhiteSpace() && getText().contains("\n")) {
                event = super.next();
            }
            return event;
        }
    }
}
