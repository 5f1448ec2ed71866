package lingnan.hub.access;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import lingnan.hub.kernel.Digest;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes of passwords that need this hub's pepper. PBKDF2 (RFC 8018) with HMAC-SHA-512: the strongest that the JDK
 * brings without another library. A password that a person chose costs tens of milliseconds to try; one that the hub
 * made up has more than a hundred random bits, which nobody tries out at any price, and is hashed quickly.
 */
final class PasswordHashes {

    private static final int CHOSEN = 40_000;
    private static final int MADE_UP = 1_000;
    private static final int SALT_BYTES = 16;

    private final Map<String, Pbkdf2PasswordEncoder> encoders;
    private final String pepperId;

    PasswordHashes(byte[] pepper) {
        encoders = Map.of(form(CHOSEN), encoder(pepper, CHOSEN), form(MADE_UP), encoder(pepper, MADE_UP));
        pepperId = HexFormat.of().formatHex(Digest.SHA_256.of(pepper), 0, 8);
    }

    private static Pbkdf2PasswordEncoder encoder(byte[] pepper, int iterations) {
        return new Pbkdf2PasswordEncoder(
                HexFormat.of().formatHex(pepper),
                SALT_BYTES,
                iterations,
                SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }

    private static String form(int iterations) {
        return "pbkdf2-sha512-" + iterations + ":";
    }

    String hashChosen(String password) {
        return hash(form(CHOSEN), password);
    }

    String hashMadeUp(String password) {
        return hash(form(MADE_UP), password);
    }

    private String hash(String form, String password) {
        return form + Objects.requireNonNull(encoders.get(form)).encode(password);
    }

    boolean matches(String password, String hash) {
        String form = hash.substring(0, hash.indexOf(':') + 1);
        Pbkdf2PasswordEncoder encoder = encoders.get(form);
        return encoder != null && encoder.matches(password, hash.substring(form.length()));
    }

    /** Names the pepper without telling it. */
    String pepperId() {
        return pepperId;
    }
}
