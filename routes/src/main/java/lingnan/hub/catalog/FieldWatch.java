package lingnan.hub.catalog;

import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells somebody the values of some fields while a document is validated, so that it need not be read again for them.
 * Of one document.
 */
final class FieldWatch {

    static final FieldWatch NONE = new FieldWatch(Set.of(), (name, value) -> {});

    /** How many elements are open inside a record. */
    private static final int RECORD = 2;

    private final Set<String> wanted;
    private final BiConsumer<String, String> listener;
    private final StringBuilder text = new StringBuilder();
    private String open = "";

    /** @param listener is told name and text of each field of those names, in the order of the document */
    FieldWatch(Set<String> wanted, BiConsumer<String, String> listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    /** @param depth how many elements are open around it */
    void start(XMLStreamReader reader, int depth) {
        if (depth == RECORD && wanted.contains(reader.getLocalName())) {
            open = reader.getLocalName();
        }
    }

    void text(XMLStreamReader reader) {
        if (!open.isEmpty()) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /** @param depth how many elements are still open around it */
    void end(int depth) {
        if (depth == RECORD && !open.isEmpty()) {
            listener.accept(open, text.toString());
            open = "";
            text.setLength(0);
        }
    }
}
