package lingnan.hub.catalog;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/**
 * Leaves the records of other divisions out of an answer and says how many they were, if that may be known. A record is of each division that
 * one of its fields names; one that names none is left out. Runs before fields are cut, which may take these away.
 */
final class RecordCut {

    static final String WITHHELD_RECORDS = "withheldRecords";

    private final List<String> fields;
    private final DivisionLimit limit;

    /** @param fields that hold the code of a division */
    RecordCut(List<String> fields, DivisionLimit limit) {
        this.fields = fields;
        this.limit = limit;
    }

    /**
     * @param isCounted whether the answer says how many were left out
     * @throws HubFault if the answer is not well-formed; it has been validated before
     */
    byte[] apply(byte[] answer, boolean isCounted) {
        try {
            BitSet withheld = withheld(Xml.reader(answer));
            return withheld.isEmpty() ? answer : without(withheld, answer, isCounted);
        } catch (XMLStreamException broken) {
            throw new HubFault(FaultCode.INTERNAL_ERROR, "The answer could not be cut to the divisions.", broken);
        }
    }

    /** The numbers of the records to leave out: where a record's division stands in it is its schema's affair. */
    private BitSet withheld(XMLStreamReader reader) throws XMLStreamException {
        BitSet withheld = new BitSet();
        reader.nextTag();
        int number = 0;
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (reader.getLocalName().equals("record")) {
                if (!isWithin(reader)) {
                    withheld.set(number);
                }
                number++;
            } else {
                XmlCopy.skip(reader);
            }
        }
        return withheld;
    }

    /** Reads a record to its end. */
    private boolean isWithin(XMLStreamReader reader) throws XMLStreamException {
        boolean isWithin = false;
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (fields.contains(reader.getLocalName())) {
                isWithin |= limit.covers(reader.getElementText());
            } else {
                XmlCopy.skip(reader);
            }
        }
        return isWithin;
    }

    private static byte[] without(BitSet withheld, byte[] answer, boolean isCounted) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length);
        XMLStreamReader reader = Xml.reader(answer);
        XMLStreamWriter writer = Xml.writer(out);
        reader.nextTag();
        XmlCopy.start(reader, writer);
        if (isCounted) {
            writer.writeAttribute(WITHHELD_RECORDS, Integer.toString(withheld.cardinality()));
        }
        int number = 0;
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (reader.getLocalName().equals("record") && withheld.get(number++)) {
                XmlCopy.skip(reader);
            } else {
                XmlCopy.whole(reader, writer);
            }
        }
        writer.writeEndElement();
        writer.close();
        return out.toByteArray();
    }
}
