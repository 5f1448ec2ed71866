package lingnan.transformers.xml;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * What one strict pass over an envelope yields.
 *
 * @param operation the name of the Body's only child
 * @param payload that child as a document of its own: UTF-8, no XML declaration, all namespaces in scope declared on it
 */
public record SoapMessage(SoapVersion version, List<HeaderBlock> headers, QName operation, byte[] payload) {

    public SoapMessage {
        headers = List.copyOf(headers);
    }

    /** The first header block of this name. */
    public Optional<HeaderBlock> header(QName name) {
        return headers.stream()
                .filter(block -> block.element().name().equals(name))
                .findFirst();
    }

    public boolean isFault() {
        return operation.equals(version.name("Fault"));
    }
}
