package lingnan.hub.catalog;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/**
 * Cuts an answer to what its receiver may see, in one pass: fields that are not granted fall out of every record, and
 * their names are listed as withheld whether or not a record had them, so that the list tells nothing of the record.
 */
final class AnswerCut {

    /** How many elements are open inside an answer, and inside a record. */
    private static final int ANSWER = 1;

    private static final int RECORD = 2;

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
            XMLStreamReader reader = Xml.reader(answer);
            XMLStreamWriter writer = Xml.writer(out);
            reader.nextTag();
            copy(reader, writer);
            writer.close();
        } catch (XMLStreamException broken) {
            throw new HubFault(FaultCode.INTERNAL_ERROR, "The answer could not be cut to the granted fields.", broken);
        }
        return out.toByteArray();
    }

    private void copy(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        boolean receipt = false;
        int depth = 1;
        XmlCopy.start(reader, writer);
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    receipt |= depth == ANSWER && reader.getLocalName().equals("receipt");
                    if (depth == RECORD && !granted.contains(reader.getLocalName())) {
                        XmlCopy.skip(reader);
                    } else {
                        XmlCopy.start(reader, writer);
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == ANSWER && !receipt) {
                        list(reader, writer);
                    }
                    writer.writeEndElement();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    writer.writeCharacters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                default -> {
                    // Comments and processing instructions say nothing to a receiver.
                }
            }
        }
    }

    private void list(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException {
        for (String field : withheld) {
            writer.writeStartElement(XmlCopy.text(reader.getPrefix()), "withheld", reader.getNamespaceURI());
            writer.writeCharacters(field);
            writer.writeEndElement();
        }
    }
}
