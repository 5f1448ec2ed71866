package lingnan.hub.messagelog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lingnan.hub.database.Secrets;
import lingnan.hub.kernel.KeyedDigest;
import lingnan.hub.kernel.Randomness;

/**
 * What the log encrypts and looks up with. One master key lies outside the database; a key for each purpose (and for
 * bodies: each retention class and month) is derived from it by HMAC-SHA256 over the purpose's name, as HKDF-Expand
 * does for one block. AES-256-GCM with a random nonce of 12 bytes, which precedes the ciphertext.
 */
final class LogKeys {

    private static final String MASTER = "message-log.key";
    private static final byte[] FIRST_BLOCK = {1};
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(LogKeys::cipher);

    private final KeyedDigest master;
    private final KeyedDigest personLookup;
    private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    LogKeys(byte[] master) {
        this.master = new KeyedDigest(master);
        this.personLookup = new KeyedDigest(derive("person lookup"));
    }

    static LogKeys of(Secrets secrets) {
        return new LogKeys(secrets.bytes(MASTER, 32));
    }

    /** Tells whether two hubs have the same master key, without telling the key. */
    byte[] check() {
        return new KeyedDigest(derive("check")).of("lingnan message log".getBytes(StandardCharsets.UTF_8));
    }

    byte[] encrypt(String purpose, byte[] context, byte[] plain) {
        byte[] nonce = Randomness.bytes(NONCE);
        try {
            Cipher cipher = CIPHERS.get();
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
            Cipher cipher = CIPHERS.get();
            cipher.init(Cipher.DECRYPT_MODE, key(purpose), new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new TamperedContent("it does not decrypt");
        }
    }

    /** What a person key is looked up by. */
    String personLookup(String normalised) {
        return HexFormat.of().formatHex(personLookup.of(normalised.getBytes(StandardCharsets.UTF_8)));
    }

    /** A keyed digest of its own for a purpose. */
    KeyedDigest digest(String purpose) {
        return new KeyedDigest(derive(purpose));
    }

    private SecretKeySpec key(String purpose) {
        return derived.computeIfAbsent(purpose, name -> new SecretKeySpec(derive(name), "AES"));
    }

    private byte[] derive(String purpose) {
        return master.of(("lingnan/1/" + purpose).getBytes(StandardCharsets.UTF_8), FIRST_BLOCK);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM must work on every Java platform", e);
        }
    }
}
