package lingnan.transformers.dialect;

import java.util.Map;

/**
 * How one kind of system is spoken to. Stateless and thread-safe. A payload is one XML document in UTF-8: the agency's
 * own request or answer without its envelope; the mapping to the canonical form is another's work.
 */
public interface Dialect {

    /**
     * Wraps a request payload for the wire.
     *
     * @param operation the provider's own name of the operation
     */
    WireRequest request(String operation, byte[] payload);

    /**
     * Unwraps an answer's payload.
     *
     * @throws DialectFault if the answer is a fault, a web page, empty or not of this dialect
     */
    byte[] answer(String operation, WireAnswer answer);

    /** @param headers HTTP headers beside Content-Type, such as SOAPAction */
    record WireRequest(String contentType, Map<String, String> headers, byte[] body) {}

    record WireAnswer(int status, String contentType, byte[] body) {}
}
