package lingnan.hub.messagelog;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What stands in an answer as it was sent. */
final class SentAnswer {

    private SentAnswer() {}

    /** Whether an element of the key's type has the key's value. */
    static boolean names(Body sent, Key key) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(sent.bytes()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(key.type())
                        && reader.getElementText().strip().equals(key.value().strip())) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("The log holds an answer that is no XML", broken);
        }
    }
}
