package lingnan.hub.console.body;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingnan.hub.console.body.Line.Kind;
import lingnan.hub.console.body.Line.Token;
import org.jspecify.annotations.Nullable;

/**
 * Lays XML out in lines for reading. XML that travels as text inside another document, as some agencies' systems do it,
 * is laid out too, one level deep. Only for showing: what was logged stays as it was.
 */
final class PrettyXml {

    private static final int MOST_LINES = 3_000;
    private static final XMLInputFactory FACTORY = factory();

    private final Mask mask;
    private final List<Line> lines = new ArrayList<>();
    private final List<Token> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int depth;

    private PrettyXml(Mask mask, int depth) {
        this.mask = mask;
        this.depth = depth;
    }

    /**
     * @param charset what the content type said; null leaves it to the document
     * @return empty if this is no well-formed XML, or too long to be read on a page
     */
    static Optional<List<Line>> of(byte[] bytes, @Nullable String charset, Mask mask) {
        try {
            return Optional.of(new PrettyXml(mask, 0)
                    .read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes), charset), true));
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private List<Line> read(XMLStreamReader reader, boolean outer) throws XMLStreamException {
        if (reader.getVersion() != null) {
            String encoding = reader.getCharacterEncodingScheme();
            String declared = encoding == null ? "" : " encoding=\"" + encoding + "\"";
            add(Kind.NOTE, "<?xml version=\"" + reader.getVersion() + "\"" + declared + "?>");
            endLine();
        }
        boolean started = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    started = before(started);
                    start(reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(reader, started, outer);
                    started = false;
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("A DTD is not laid out.");
                default -> {
                    // Comments and processing instructions carry nothing; the download has them.
                }
            }
            if (lines.size() > MOST_LINES) {
                throw new XMLStreamException("Too long to be laid out.");
            }
        }
        return lines;
    }

    /** What stands before a child: the parent's start tag, and text among elements. */
    private boolean before(boolean started) {
        if (started) {
            endLine();
            depth++;
        }
        if (!text.toString().isBlank()) {
            add(Kind.TEXT, mask.text(escaped(text.toString().strip())));
            endLine();
        }
        text.setLength(0);
        return true;
    }

    private void start(XMLStreamReader reader) {
        add(Kind.MARK, "<");
        add(Kind.NAME, name(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            attribute(prefix == null ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attribute(name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
        }
        add(Kind.MARK, ">");
    }

    private void end(XMLStreamReader reader, boolean leaf, boolean outer) {
        String content = text.toString();
        text.setLength(0);
        Optional<List<Line>> inner = leaf && outer ? carried(content) : Optional.empty();
        if (inner.isPresent()) {
            endLine();
            lines.addAll(inner.get());
        } else if (leaf) {
            String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            add(Kind.TEXT, escaped(mask.leaf(namespace, reader.getLocalName(), content)));
        } else {
            if (!content.isBlank()) {
                add(Kind.TEXT, mask.text(escaped(content.strip())));
                endLine();
            }
            depth--;
        }
        add(Kind.MARK, "</");
        add(Kind.NAME, name(reader.getPrefix(), reader.getLocalName()));
        add(Kind.MARK, ">");
        endLine();
    }

    private Optional<List<Line>> carried(String content) {
        String document = content.strip();
        if (!document.startsWith("<") || !document.endsWith(">")) {
            return Optional.empty();
        }
        PrettyXml inner = new PrettyXml(mask, depth + 1);
        inner.add(Kind.NOTE, "<!-- XML in a string -->");
        inner.endLine();
        try {
            return Optional.of(inner.read(FACTORY.createXMLStreamReader(new StringReader(document)), false));
        } catch (XMLStreamException justText) {
            return Optional.empty();
        }
    }

    private void attribute(String name, String value) {
        add(Kind.MARK, " " + name + "=\"");
        add(Kind.VALUE, mask.text(escaped(value).replace("\"", "&quot;")));
        add(Kind.MARK, "\"");
    }

    private void add(Kind kind, String text) {
        if (!text.isEmpty()) {
            open.add(new Token(kind, text));
        }
    }

    private void endLine() {
        lines.add(new Line(depth, List.copyOf(open)));
        open.clear();
    }

    private static String name(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
