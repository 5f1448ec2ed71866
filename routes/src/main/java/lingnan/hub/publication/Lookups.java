package lingnan.hub.publication;

import java.nio.ByteBuffer;
import java.util.UUID;
import lingnan.hub.catalog.Subject;
import lingnan.hub.messagelog.Seal;

/**
 * By what a record is found: for each key that it has, a keyed digest of subject, field and value, so that no key lies in
 * the clear and the same person cannot be followed from one subject to another. A value is compared as it is written
 * canonically, without the white space round it; the schemas have settled everything else about its form.
 */
final class Lookups {

    private final Seal seal;
    private final Subject subject;

    Lookups(Seal seal, Subject subject) {
        this.seal = seal;
        this.subject = subject;
    }

    UUID of(String field, String value) {
        ByteBuffer digest = ByteBuffer.wrap(
                seal.lookup(subject.code().value(), Integer.toString(subject.version()), field, value.strip()));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** The place of a record, which its content is sealed for. */
    static byte[] place(int state, int generation, int n) {
        return ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(state)
                .putInt(generation)
                .putInt(n)
                .array();
    }
}
