package lingnan.hub.catalog;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * Cuts an answer to what its receiver may see, in one pass: fields that are not granted fall out of every record, and
 * their names are listed as withheld whether or not a record had them, so that the list tells nothing of the record.
 */
final class AnswerCut {

    private static final int ANSWER = 1;
    private static final int RECORD = 2;
    private static final int FIELD = 3;

    private final Set<String> granted;
    private final List<String> withheld;

    AnswerCut(List<String> fields, Set<String> granted) {
        this.granted = granted;
        this.withheld =
                fields.stream().filter(field -> !granted.contains(field)).toList();
    }

    /** @throws HubFault if the answer is not well-formed; it has been validated before */
    byte[] apply(byte[] answer) {
        if (withheld.isEmpty()) {
            return answer;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length + 64 * withheld.size());
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) Xml.reader(answer);
            XMLStreamWriter2 writer = Xml.writer(out);
            reader.nextTag();
            copy(reader, writer);
            writer.close();
        } catch (XMLStreamException broken) {
            throw new HubFault(FaultCode.INTERNAL_ERROR, "The answer could not be cut to the granted fields.", broken);
        }
        return out.toByteArray();
    }

    private void copy(XMLStreamReader2 reader, XMLStreamWriter2 writer) throws XMLStreamException {
        boolean receipt = false;
        int depth = 0;
        for (int event = reader.getEventType(); ; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                receipt |= depth == RECORD && reader.getLocalName().equals("receipt");
                if (depth == FIELD && !granted.contains(reader.getLocalName())) {
                    reader.skipElement();
                    depth--;
                    continue;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth == ANSWER && !receipt) {
                    list(reader, writer);
                }
                depth--;
            }
            writer.copyEventFromReader(reader, true);
            if (depth == 0) {
                return;
            }
        }
    }

    private void list(XMLStreamReader2 reader, XMLStreamWriter2 writer) throws XMLStreamException {
        for (String field : withheld) {
            writer.writeStartElement(reader.getPrefix(), "withheld", reader.getNamespaceURI());
            writer.writeCharacters(field);
            writer.writeEndElement();
        }
    }
}
