package lingnan.hub.messagelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.Randomness;

/**
 * Turns bodies and keys into what is stored of them, and back. The context of each encryption is the message and the
 * place in its entry, so that stored contents cannot be exchanged for one another.
 */
final class Vault {

    private static final byte BODY = 0x10;
    private static final byte KEY = 0x11;
    private static final String PERSON = "person value";

    private final LogKeys keys;

    Vault(LogKeys keys) {
        this.keys = keys;
    }

    StoredBody seal(MessageId message, int n, Body body, String retention) {
        byte[] salt = Randomness.bytes(Hashes.SALT_LENGTH);
        Body held = new Body(body.role(), WellFormed.of(body.contentType()), body.bytes());
        byte[] content = keys.encrypt(
                bodyPurpose(retention), context(BODY, message.value(), n), Compression.compress(held.bytes()));
        return new StoredBody(
                n, held.role().number(), retention, held.contentType(), salt, content, Hashes.body(salt, held));
    }

    byte[] open(UUID message, int n, String retention, byte[] content) {
        return Compression.decompress(keys.decrypt(bodyPurpose(retention), context(BODY, message, n), content));
    }

    StoredKey seal(MessageId message, int n, Key given) {
        Key key = new Key(WellFormed.of(given.type()), WellFormed.of(given.value()), given.person());
        byte[] salt = Randomness.bytes(Hashes.SALT_LENGTH);
        String lookup = key.person() ? personLookup(key.value()) : Lookup.of(key.value());
        byte[] clear = key.value().getBytes(StandardCharsets.UTF_8);
        byte[] value = key.person() ? keys.encrypt(PERSON, context(KEY, message.value(), n), clear) : clear;
        return new StoredKey(n, key.type(), key.person(), lookup, value, salt, Hashes.key(salt, key, lookup));
    }

    Key open(UUID message, int n, String type, boolean person, byte[] value) {
        byte[] clear = person ? keys.decrypt(PERSON, context(KEY, message, n), value) : value;
        return new Key(type, new String(clear, StandardCharsets.UTF_8), person);
    }

    String personLookup(String value) {
        return keys.personLookup(Lookup.of(value));
    }

    private static String bodyPurpose(String retention) {
        return "body/" + retention;
    }

    private static byte[] context(byte domain, UUID message, int n) {
        return ByteBuffer.allocate(21)
                .put(domain)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .putInt(n)
                .array();
    }

    /** A row of the table body, with the commitment to it. */
    record StoredBody(
            int n, int role, String retention, String contentType, byte[] salt, byte[] content, byte[] commitment) {}

    /** A row of the table search_key, with the commitment to it. */
    record StoredKey(int n, String type, boolean person, String lookup, byte[] value, byte[] salt, byte[] commitment) {}
}
