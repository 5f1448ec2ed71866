package lingnan.hub.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash functions of FIPS 180-4 that the hub uses. Each thread keeps one instance of each, because looking one up in
 * the JDK costs as much as hashing a short text.
 */
public enum Digest {
    SHA_256("SHA-256"),
    SHA_512("SHA-512");

    private final String algorithm;
    private final ThreadLocal<MessageDigest> instances;

    Digest(String algorithm) {
        this.algorithm = algorithm;
        this.instances = ThreadLocal.withInitial(() -> instance(algorithm));
    }

    /** As the JDK and X-Road name it. */
    public String algorithm() {
        return algorithm;
    }

    /** The digest of the parts, one after the other. */
    public byte[] of(byte[]... parts) {
        MessageDigest digest = instances.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest instance(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has " + algorithm, missing);
        }
    }
}
