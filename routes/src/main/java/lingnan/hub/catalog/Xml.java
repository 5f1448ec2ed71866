package lingnan.hub.catalog;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import lingnan.transformers.xml.HardenedXml;

/** UTF-8 in and out of the hardened parsers. */
final class Xml {

    private static final WstxOutputFactory WRITERS = new WstxOutputFactory();

    private Xml() {}

    static XMLStreamReader reader(byte[] document) throws XMLStreamException {
        return HardenedXml.reader(text(document));
    }

    /** At the root; to be closed by whoever is done with it, so that its buffers serve the next one. */
    static XMLStreamReader readerAtRoot(byte[] document) throws XMLStreamException {
        return HardenedXml.readerAtRoot(text(document));
    }

    private static String text(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
        return WRITERS.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }
}
