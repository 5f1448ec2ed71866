package lingnan.hub.objections;

import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;

/**
 * What is thought to be wrong.
 *
 * @param interaction in which it was received
 * @param key the key field that names the record, and {@code keyValue} its value in it
 * @param field the field in doubt
 * @param seen its value as received
 * @param believed the value that it should have; may be empty if that is not known
 * @param evidence what speaks for it
 */
public record Doubt(
        MessageId interaction,
        SubjectCode subject,
        String key,
        String keyValue,
        String field,
        String seen,
        String believed,
        String evidence) {}
