package lingnan.hub.console.account;

import java.security.SecureRandom;
import java.util.Map;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How passwords are made and hashed: PBKDF2, which has no limit of length and can be replaced account by account. */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Without letters and digits that look alike on paper. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final String ALGORITHM = "pbkdf2";

    private static final PasswordEncoder ENCODER = new DelegatingPasswordEncoder(
            ALGORITHM, Map.of(ALGORITHM, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

    private Passwords() {}

    static PasswordEncoder encoder() {
        return ENCODER;
    }

    /** Twenty characters in groups of five, 100 bits. */
    static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
