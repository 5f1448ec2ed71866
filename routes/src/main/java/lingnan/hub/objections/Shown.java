package lingnan.hub.objections;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.LoggedEntry;

/**
 * What an answer showed its receiver of the records that it was made from: an entry is found by the keys of all of them,
 * also by fields that were withheld, and by records of divisions that the receiver may not see.
 */
final class Shown {

    private static final String RECORDS_WITHHELD = "withheldRecords";

    private Shown() {}

    /** Whether the receiver can tell from the answer that there is a record with this key. */
    static boolean names(LoggedEntry answered, String key, String value) {
        return !answered.withholds(key) && concerns(answered, key, value);
    }

    /** Whether a record with this key was in the answer; where the key itself was withheld, as far as the entry says. */
    static boolean concerns(LoggedEntry answered, String key, String value) {
        boolean isFound = answered.keys().stream()
                .anyMatch(found -> found.type().equals(key) && found.value().equals(value));
        return isFound
                && (answered.withholds(key)
                        || answered.bodies().stream()
                                .filter(body -> body.role() == Body.Role.ANSWER_SENT)
                                .allMatch(body -> holds(body, key, value)));
    }

    private static boolean holds(Body sent, String key, String value) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(sent.bytes()));
            boolean isWhole = true;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    isWhole &= reader.getAttributeValue(null, RECORDS_WITHHELD) == null;
                    if (!isWhole && reader.getLocalName().equals(key) && isSame(reader.getElementText(), value)) {
                        return true;
                    }
                }
            }
            return isWhole;
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("The log holds an answer that is no XML", broken);
        }
    }

    private static boolean isSame(String shown, String value) {
        return shown.strip().equals(value.strip());
    }
}
