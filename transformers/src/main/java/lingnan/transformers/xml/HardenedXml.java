package lingnan.transformers.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/**
 * The one place where XML readers, writers and plumbing transformers are made. No external entity is ever fetched, no
 * DTD is processed, and depth, attributes, names and text are bounded while parsing, not afterwards. The factories are
 * shared and thread-safe; what they make is not.
 */
public final class HardenedXml {

    /** Elements nested deeper than this are refused. */
    public static final int MAX_DEPTH = 100;

    /** More attributes on one element than this are refused. */
    public static final int MAX_ATTRIBUTES = 500;

    static final int MAX_ATTRIBUTE_CHARACTERS = 65_536;
    static final int MAX_TEXT_CHARACTERS = 32 * 1024 * 1024;
    static final long MAX_ELEMENTS = 5_000_000;
    static final long MAX_CHARACTERS = 256L * 1024 * 1024;

    private static final WstxInputFactory READERS = readers(MAX_ELEMENTS, MAX_CHARACTERS);
    private static final WstxInputFactory STREAMING_READERS = readers(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final WstxOutputFactory WRITERS = writers();

    private HardenedXml() {}

    /** A reader of a decoded document; a DTD is refused. */
    public static XMLStreamReader reader(String document) throws XMLStreamException {
        return new WithoutDtd(reader2(document));
    }

    /**
     * A reader that stands at the document's root. Faster than {@link #reader(String)}, because a DTD can stand only
     * before the root and need not be looked for behind it.
     *
     * @throws XMLStreamException also if anything but comments and processing instructions stands before the root
     */
    public static XMLStreamReader readerAtRoot(String document) throws XMLStreamException {
        XMLStreamReader reader = reader2(document);
        reader.nextTag();
        return reader;
    }

    /** @param systemId what the reader says its document is called; nothing is opened by it */
    public static XMLStreamReader reader(String systemId, String document) throws XMLStreamException {
        return new WithoutDtd(READERS.createXMLStreamReader(systemId, new StringReader(document)));
    }

    /**
     * A reader of a document that need not fit into memory: whatever is of one element is bounded as usual, their number
     * is not. A DTD is refused.
     */
    public static XMLStreamReader streamingReader(Reader document) throws XMLStreamException {
        return new WithoutDtd(STREAMING_READERS.createXMLStreamReader(document));
    }

    private static final class WithoutDtd extends StreamReaderDelegate {
        WithoutDtd(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD) {
                throw new XMLStreamException("A document type declaration is not allowed.", getLocation());
            }
            return event;
        }
    }

    /** Reports a DTD event where a document has a DTD, without reading it; whoever pulls must refuse it. */
    static XMLStreamReader2 reader2(String document) throws XMLStreamException {
        return (XMLStreamReader2) READERS.createXMLStreamReader(new StringReader(document));
    }

    static XMLStreamWriter2 writer(Writer out) throws XMLStreamException {
        return (XMLStreamWriter2) WRITERS.createXMLStreamWriter(out);
    }

    /**
     * A factory for identity transforms and other plumbing. The JDK's own, because Saxon on the class path would
     * become the default and its identity transform fails on a StAX source placed in mid-document.
     */
    public static TransformerFactory plumbing() {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (TransformerConfigurationException e) {
            throw new IllegalStateException("The JDK's transformer lost its secure mode", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        return factory;
    }

    private static WstxInputFactory readers(long mostElements, long mostCharacters) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("External entities are not read");
        });
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, mostElements);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, mostCharacters);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        return factory;
    }

    private static WstxOutputFactory writers() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, false);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_CDATA_AS_TEXT, true);
        return factory;
    }
}
