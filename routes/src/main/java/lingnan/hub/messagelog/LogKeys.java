package lingnan.hub.messagelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lingnan.hub.database.Secrets;

/**
 * What the log encrypts and looks up with. One master key lies outside the database; a key for each purpose (and for
 * bodies: each retention class and month) is derived from it by HMAC-SHA256 over the purpose's name, as HKDF-Expand
 * does for one block. AES-256-GCM with a random nonce of 12 bytes, which precedes the ciphertext.
 */
final class LogKeys {

    private static final String MASTER = "message-log.key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;
    private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    LogKeys(byte[] master) {
        this.master = master.clone();
    }

    static LogKeys of(Secrets secrets) {
        return new LogKeys(secrets.bytes(MASTER, 32));
    }

    /** Tells whether two hubs have the same master key, without telling the key. */
    byte[] check() {
        return hmac(key("check"), "lingnan message log".getBytes(StandardCharsets.UTF_8));
    }

    byte[] encrypt(String purpose, byte[] context, byte[] plain) {
        byte[] nonce = random(NONCE);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            byte[] out = Arrays.copyOf(nonce, NONCE + plain.length + TAG_BITS / 8);
            cipher.doFinal(plain, 0, plain.length, out, NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM must work on every Java platform", e);
        }
    }

    /** @throws TamperedContent if key, context, nonce or ciphertext are not those of the encryption */
    byte[] decrypt(String purpose, byte[] context, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new TamperedContent("it is too short to have been encrypted");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key(purpose), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new TamperedContent("it does not decrypt");
        }
    }

    /** What a person key is looked up by. */
    String personLookup(String normalised) {
        return HexFormat.of().formatHex(hmac(key("person lookup"), normalised.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private SecretKeySpec key(String purpose) {
        return derived.computeIfAbsent(purpose, this::derive);
    }

    private SecretKeySpec derive(String purpose) {
        byte[] name = ("lingnan/1/" + purpose).getBytes(StandardCharsets.UTF_8);
        byte[] info =
                ByteBuffer.allocate(name.length + 1).put(name).put((byte) 1).array();
        return new SecretKeySpec(hmac(new SecretKeySpec(master, "HmacSHA256"), info), "AES");
    }

    private static byte[] hmac(SecretKeySpec key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 must work on every Java platform", e);
        }
    }
}
