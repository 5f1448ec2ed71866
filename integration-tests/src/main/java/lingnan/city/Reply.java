package lingnan.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back, as far as a caller can see.
 *
 * @param status of HTTP
 * @param messageId the hub's, wherever the answer names it
 * @param records field to text, in order
 * @param withheld names of fields that were not granted
 * @param isReceipt whether the answer is still to come
 * @param fault none if it is an answer
 * @param body the bytes as text, for looking closer
 */
public record Reply(
        int status,
        Optional<String> messageId,
        List<Map<String, String>> records,
        List<String> withheld,
        boolean isReceipt,
        Optional<Fault> fault,
        String body) {

    /** @param code the hub's own, such as {@code access_denied}; the SOAP fault's code if it has none */
    public record Fault(String code, String text) {}

    /** The one record's field. */
    public String field(String name) {
        if (records.size() != 1) {
            throw new IllegalStateException("Not one record but " + records.size() + ": " + body);
        }
        return records.get(0).getOrDefault(name, "");
    }
}
