package lingnan.transformers.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.XMLStreamWriter2;

/** Documents that travel as payloads: UTF-8, no XML declaration, no comments, strictly well-formed. */
public final class XmlDocuments {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);

    private XmlDocuments() {}

    /**
     * Reads decoded text strictly and writes it as a payload. An encoding that its XML declaration names is ignored:
     * the text is decoded already.
     *
     * @throws XmlRefusal if it is not well-formed, has a DTD, or exceeds a limit
     */
    public static byte[] payload(String document) {
        try (Cursor cursor = new Cursor(document)) {
            cursor.nextTag(XmlRefusal.Kind.NOT_WELL_FORMED, "the prolog");
            String copy = copy(cursor, Map.of());
            expectEnd(cursor);
            return copy.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The name of a document's root. */
    public static QName rootName(byte[] payload) {
        try (Cursor cursor = new Cursor(text(payload))) {
            cursor.nextTag(XmlRefusal.Kind.NOT_WELL_FORMED, "the prolog");
            return cursor.name();
        }
    }

    /** The text of the root's first child of this local name, read no further than there. */
    public static Optional<String> childText(byte[] payload, String localName) {
        try (Cursor cursor = new Cursor(text(payload))) {
            cursor.nextTag(XmlRefusal.Kind.NOT_WELL_FORMED, "the prolog");
            int depth = 1;
            while (depth > 0) {
                int event = cursor.next();
                if (event == Cursor.END_ELEMENT) {
                    depth--;
                } else if (event == Cursor.START_ELEMENT) {
                    if (depth == 1 && cursor.name().getLocalPart().equals(localName)) {
                        return Optional.of(XmlElement.read(cursor).text());
                    }
                    depth++;
                }
            }
            return Optional.empty();
        }
    }

    /** The text of a payload in UTF-8 without byte order mark and XML declaration, ready to stand inside another. */
    public static String text(byte[] payload) {
        int start = start(payload);
        return new String(payload, start, payload.length - start, StandardCharsets.UTF_8);
    }

    /** Where in a payload's bytes its content begins, behind byte order mark and XML declaration. */
    static int start(byte[] payload) {
        int start = startsWith(payload, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        int target = start + DECLARATION.length;
        if (startsWith(payload, start, DECLARATION) && payload.length > target && isSpace(payload[target])) {
            while (start < payload.length && payload[start] != '>') {
                start++;
            }
            start++;
            while (start < payload.length && isSpace(payload[start])) {
                start++;
            }
        }
        return Math.min(start, payload.length);
    }

    private static boolean startsWith(byte[] payload, int from, byte[] start) {
        return payload.length >= from + start.length
                && Arrays.equals(payload, from, from + start.length, start, 0, start.length);
    }

    /** Bytes beyond ASCII are negative. */
    private static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    static void expectEnd(Cursor cursor) {
        if (cursor.nextTag(XmlRefusal.Kind.NOT_WELL_FORMED, "the end of the document") != Cursor.END_DOCUMENT) {
            throw cursor.refusal(XmlRefusal.Kind.NOT_WELL_FORMED, "More stands after the end of the document.");
        }
    }

    /**
     * Copies the element at whose start the cursor stands, up to its end.
     *
     * @param inherited namespaces in scope from outside, by prefix; all are kept, because a value may use them
     */
    static String copy(Cursor cursor, Map<String, String> inherited) {
        TextBuffer out = new TextBuffer();
        try {
            XMLStreamReader2 reader = cursor.reader();
            XMLStreamWriter2 writer = HardenedXml.writer(out);
            startRoot(reader, writer, inherited);
            int depth = 1;
            while (depth > 0) {
                int event = cursor.next();
                if (event == Cursor.START_ELEMENT) {
                    depth++;
                } else if (event == Cursor.END_ELEMENT) {
                    depth--;
                }
                writer.copyEventFromReader(reader, false);
            }
            writer.flush();
        } catch (XMLStreamException e) {
            throw ParserWords.refusal(e, cursor.reader().getLocation());
        }
        return out.toString();
    }

    /**
     * Cuts the element at whose start the cursor stands out of its document, as it was written, and reads on to its end.
     *
     * @param document without comments and CDATA sections, which a payload does not have
     * @param inherited as for {@link #copy}
     */
    static String cutOut(Cursor cursor, String document, Map<String, String> inherited) {
        try {
            XMLStreamReader2 reader = cursor.reader();
            int start = (int) reader.getLocationInfo().getStartingCharOffset();
            String declarations = declarations(reader, inherited);
            int name = prefix(reader.getPrefix()).isEmpty()
                    ? 0
                    : reader.getPrefix().length() + 1;
            int afterName = start + 1 + name + reader.getLocalName().length();
            int depth = 1;
            while (depth > 0) {
                int event = cursor.next();
                if (event == Cursor.START_ELEMENT) {
                    depth++;
                } else if (event == Cursor.END_ELEMENT) {
                    depth--;
                }
            }
            int end = (int) reader.getLocationInfo().getEndingCharOffset();
            return document.substring(start, afterName) + declarations + document.substring(afterName, end);
        } catch (XMLStreamException e) {
            throw ParserWords.refusal(e, cursor.reader().getLocation());
        }
    }

    /** Those from outside that the element at the reader does not make itself. */
    private static String declarations(XMLStreamReader reader, Map<String, String> inherited) {
        Map<String, String> missing = new LinkedHashMap<>(inherited);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            missing.remove(prefix(reader.getNamespacePrefix(i)));
        }
        StringBuilder text = new StringBuilder();
        missing.forEach((prefix, namespace) -> {
            if (!namespace.isEmpty()) {
                text.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix);
                text.append("=\"").append(escaped(namespace)).append('"');
            }
        });
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void startRoot(XMLStreamReader reader, XMLStreamWriter2 writer, Map<String, String> inherited)
            throws XMLStreamException {
        Map<String, String> scope = new LinkedHashMap<>(inherited);
        collect(reader, scope);
        writer.writeStartElement(
                prefix(reader.getPrefix()), reader.getLocalName(), namespace(reader.getNamespaceURI()));
        for (Map.Entry<String, String> binding : scope.entrySet()) {
            if (!binding.getKey().isEmpty()) {
                writer.writeNamespace(binding.getKey(), binding.getValue());
            } else if (!binding.getValue().isEmpty()) {
                writer.writeDefaultNamespace(binding.getValue());
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            writer.writeAttribute(
                    prefix(reader.getAttributePrefix(i)),
                    namespace(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i));
        }
    }

    /** Adds the namespaces that the element at the reader declares. */
    static void collect(XMLStreamReader reader, Map<String, String> scope) {
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            scope.put(prefix(reader.getNamespacePrefix(i)), namespace(reader.getNamespaceURI(i)));
        }
    }

    @SuppressWarnings("NullAway") // StAX leaves absent prefixes and namespaces null or empty, as the reader likes
    private static String prefix(String prefix) {
        return prefix == null ? "" : prefix;
    }

    @SuppressWarnings("NullAway")
    private static String namespace(String namespace) {
        return namespace == null ? "" : namespace;
    }
}
