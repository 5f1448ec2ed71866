package lingnan.hub.messagelog;

import java.nio.charset.StandardCharsets;
import lingnan.hub.kernel.KeyedDigest;

/**
 * Seals what a module keeps beside the log as the log seals its bodies: compressed, then encrypted under keys that are
 * derived from the master key outside the database, and found by keyed digests that tell nothing of what they are of.
 */
public final class Seal {

    private final LogKeys keys;
    private final String purpose;
    private final KeyedDigest lookup;

    Seal(LogKeys keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose + " content";
        this.lookup = keys.digest(purpose + " lookup");
    }

    /** @param context where it is kept; what was sealed for one place does not open at another */
    public byte[] seal(byte[] context, byte[] plain) {
        return keys.encrypt(purpose, context, Compression.compress(plain));
    }

    /** What {@link #seal} made of it; what somebody changed meanwhile does not open, which is the hub's own failure. */
    public byte[] open(byte[] context, byte[] sealed) {
        return Compression.decompress(keys.decrypt(purpose, context, sealed));
    }

    /** 32 bytes by which a text is found again; its parts are told apart by their lengths. */
    public byte[] lookup(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return lookup.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
