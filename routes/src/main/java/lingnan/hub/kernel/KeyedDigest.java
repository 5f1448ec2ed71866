package lingnan.hub.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) under one key. Each thread keeps an instance that holds the key already. */
public final class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> instances;

    public KeyedDigest(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, ALGORITHM);
        this.instances = ThreadLocal.withInitial(() -> instance(spec));
    }

    /** The code of the parts, one after the other. */
    public byte[] of(byte[]... parts) {
        Mac mac = instances.get();
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static Mac instance(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
