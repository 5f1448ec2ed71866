package lingnan.hub.messagelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import lingnan.hub.kernel.Digest;

/**
 * The hash functions of the log. Each use has a first byte of its own, so that a value made for one can never pass for
 * another: 0x00 for leaves, as RFC 6962 has it; 0x01 is left to that RFC's inner nodes of a Merkle tree; a step of a
 * chain has the same shape as such a node (two hashes) and therefore must not share its byte.
 */
final class Hashes {

    static final String ALGORITHM = Digest.SHA_256.algorithm();
    static final int LENGTH = 32;
    static final int SALT_LENGTH = 16;

    private static final byte[] LEAF = {0x00};
    private static final byte[] CHAIN = {0x02};
    private static final byte BODY = 0x10;
    private static final byte KEY = 0x11;
    private static final byte[] CHECKPOINT = {0x20};

    private Hashes() {}

    /** The chain value before the first entry of a lane. */
    static byte[] beginning() {
        return new byte[LENGTH];
    }

    static byte[] leaf(byte[] position, byte[] content) {
        return Digest.SHA_256.of(LEAF, position, content);
    }

    static byte[] chain(byte[] previous, byte[] leaf) {
        return Digest.SHA_256.of(CHAIN, previous, leaf);
    }

    static byte[] checkpoint(byte[] content) {
        return Digest.SHA_256.of(CHECKPOINT, content);
    }

    static byte[] body(byte[] salt, Body body) {
        byte[] contentType = body.contentType().getBytes(StandardCharsets.UTF_8);
        ByteBuffer start = ByteBuffer.allocate(1 + salt.length + 1 + 4 + contentType.length + 8);
        start.put(BODY).put(salt).put((byte) body.role().number());
        start.putInt(contentType.length).put(contentType).putLong(body.bytes().length);
        return Digest.SHA_256.of(start.array(), body.bytes());
    }

    static byte[] key(byte[] salt, Key key, String lookup) {
        byte[] fields = new Canonical(96)
                .octet(KEY)
                .raw(salt)
                .octet(key.person() ? 1 : 0)
                .text(key.type())
                .text(key.value())
                .text(lookup)
                .toBytes();
        return Digest.SHA_256.of(fields);
    }
}
