package lingnan.city;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A canonical query as a caller would send it.
 *
 * @param subject such as {@code AIC-ENT-REG}; its version 1
 * @param keys key fields and what is asked for, in the schema's order
 * @param headers of the hub's own namespace: purpose, legalBasis, caseNumber, idempotencyKey, asynchronous
 */
public record Question(String subject, Map<String, String> keys, Map<String, String> headers) {

    public Question {
        keys = new LinkedHashMap<>(keys);
        headers = new LinkedHashMap<>(headers);
    }

    public static Question about(String subject, String key, String value) {
        return new Question(subject, Map.of(key, value), Map.of());
    }

    public Question with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Question(subject, keys, more);
    }

    public Question purpose(String code) {
        return with("purpose", code);
    }

    public Question caseNumber(String number) {
        return with("caseNumber", number);
    }

    public Question asynchronously() {
        return with("asynchronous", "true");
    }

    String namespace() {
        return "urn:lingnan:gz:" + subject + ":1";
    }
}
