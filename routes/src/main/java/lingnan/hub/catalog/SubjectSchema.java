package lingnan.hub.catalog;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The compiled schema of a subject: validates what is asked and what is answered, cuts, and describes itself. */
public interface SubjectSchema {

    /** Validates a {@code Query} element (bytes of one XML document); empty if valid, else what is wrong and where. */
    Optional<String> validateQuery(byte[] document);

    /** The same for a {@code Collect} element. */
    Optional<String> validateCollect(byte[] document);

    /** Validates a complete {@code QueryResponse} as the provider owes it: required fields must be there. */
    Optional<String> validateAnswer(byte[] document);

    /**
     * The same, and tells the key fields of its records on the way. What was told counts only if the answer is valid.
     *
     * @param keys is given name and text of each
     */
    Optional<String> validateAnswer(byte[] document, BiConsumer<String, String> keys);

    /** Validates a cut {@code QueryResponse} or {@code CollectResponse} as a receiver may see it: every field optional. */
    Optional<String> validateCutAnswer(byte[] document);

    /** The same, and tells the key fields as {@link #validateAnswer(byte[], BiConsumer)} does. */
    Optional<String> validateCutAnswer(byte[] document, BiConsumer<String, String> keys);

    /**
     * Cuts a complete {@code QueryResponse} to the granted fields; names what was withheld in its {@code withheld}
     * element, and in its attribute {@code withheldRecords} how many records were left out.
     *
     * @param divisions those whose records it may show; empty if all
     * @param isCounted whether that attribute may stand there
     */
    byte[] cut(byte[] answer, Set<String> grantedFields, Set<String> divisions, boolean isCounted);

    /** The same, counted. */
    default byte[] cut(byte[] answer, Set<String> grantedFields, Set<String> divisions) {
        return cut(answer, grantedFields, divisions, true);
    }

    /**
     * The typed WSDL as one flat file.
     *
     * @param address the address that callers use, after the request's host
     * @param xroadHeaders whether X-Road header bindings are described
     */
    byte[] wsdl(String address, boolean xroadHeaders);
}
