package lingnan.hub.access;

import java.util.HexFormat;
import lingnan.hub.kernel.Digest;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes that cost tens of milliseconds to try and need this hub's pepper. PBKDF2 (RFC 8018) with HMAC-SHA-512: the
 * strongest that the JDK brings without another library.
 */
final class PasswordHashes {

    private static final String FORM = "pbkdf2-sha512-40000:";
    private static final int ITERATIONS = 40_000;
    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder encoder;
    private final String pepperId;

    PasswordHashes(byte[] pepper) {
        encoder = new Pbkdf2PasswordEncoder(
                HexFormat.of().formatHex(pepper),
                SALT_BYTES,
                ITERATIONS,
                SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
        pepperId = HexFormat.of().formatHex(Digest.SHA_256.of(pepper), 0, 8);
    }

    String hash(String password) {
        return FORM + encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return hash.startsWith(FORM) && encoder.matches(password, hash.substring(FORM.length()));
    }

    /** Names the pepper without telling it. */
    String pepperId() {
        return pepperId;
    }
}
