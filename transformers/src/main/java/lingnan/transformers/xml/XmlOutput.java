package lingnan.transformers.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes small documents by hand: declares a namespace where its prefix first appears, and replaces characters that XML
 * cannot carry by U+FFFD, so that a fault with any text in it is still well-formed.
 */
public final class XmlOutput {

    private final TextBuffer out = new TextBuffer();
    private final XMLStreamWriter writer;
    private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

    public XmlOutput() {
        try {
            writer = HardenedXml.writer(out);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        scopes.push(Map.of("", "", XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI));
    }

    /** Opens an element; its prefix is the name's own. */
    public XmlOutput start(QName name) {
        try {
            writer.writeStartElement(name.getPrefix(), name.getLocalPart(), name.getNamespaceURI());
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        scopes.push(scopes.element());
        return declare(name.getPrefix(), name.getNamespaceURI());
    }

    /** Declares a namespace on the open start tag, unless it is in scope. */
    public XmlOutput declare(String prefix, String namespace) {
        Map<String, String> scope = scopes.element();
        if (namespace.equals(scope.get(prefix))) {
            return this;
        }
        Map<String, String> changed = new HashMap<>(scope);
        changed.put(prefix, namespace);
        scopes.pop();
        scopes.push(changed);
        try {
            if (prefix.isEmpty()) {
                writer.writeDefaultNamespace(namespace);
            } else {
                writer.writeNamespace(prefix, namespace);
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        return this;
    }

    /** Adds an attribute to the open start tag. */
    public XmlOutput attribute(QName name, String value) {
        try {
            if (name.getNamespaceURI().isEmpty()) {
                writer.writeAttribute(name.getLocalPart(), clean(value));
            } else {
                declare(name.getPrefix(), name.getNamespaceURI());
                writer.writeAttribute(name.getPrefix(), name.getNamespaceURI(), name.getLocalPart(), clean(value));
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        return this;
    }

    public XmlOutput text(String text) {
        try {
            writer.writeCharacters(clean(text));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        return this;
    }

    public XmlOutput end() {
        try {
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        scopes.pop();
        return this;
    }

    /** An element with text only. */
    public XmlOutput element(QName name, String text) {
        return start(name).text(text).end();
    }

    public XmlOutput element(XmlElement element) {
        start(element.name());
        element.attributes().forEach(this::attribute);
        if (!element.text().isEmpty()) {
            text(element.text());
        }
        element.children().forEach(this::element);
        return end();
    }

    /** What was written so far, without an XML declaration. */
    @Override
    public String toString() {
        try {
            writer.flush();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        return out.toString();
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return cleanSlowly(text);
            }
        }
        return text;
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c < '\uD800') || (c >= '\uE000' && c < '\uFFFE') || c == '\n' || c == '\t' || c == '\r';
    }

    private static String cleanSlowly(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SUPPLEMENTARY_CODE_POINT || isPlain((char) c) ? c : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static IllegalStateException broken(XMLStreamException e) {
        return new IllegalStateException("Writing to memory failed", e);
    }
}
