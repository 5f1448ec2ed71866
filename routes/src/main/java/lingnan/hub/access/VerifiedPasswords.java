package lingnan.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lingnan.hub.kernel.SubsystemId;

/**
 * Remembers which passwords were right, so that hashing is paid once in some minutes and not for each message. Keyed by
 * a digest under a key of this process; an entry counts only as long as the stored hash is the one it was checked
 * against.
 */
final class VerifiedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 2_000;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;
    private final RecentlyUsed<String, Verified> entries = new RecentlyUsed<>(MOST);

    VerifiedPasswords(Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HMAC);
        this.clock = clock;
    }

    boolean contains(SubsystemId subsystem, String password, String hash) {
        return entries.get(digest(subsystem, password))
                .filter(verified ->
                        verified.hash().equals(hash) && clock.instant().isBefore(verified.until()))
                .isPresent();
    }

    void add(SubsystemId subsystem, String password, String hash) {
        entries.put(
                digest(subsystem, password), new Verified(hash, clock.instant().plus(REMEMBERED)));
    }

    private String digest(SubsystemId subsystem, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(subsystem.toString().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    private record Verified(String hash, Instant until) {}
}
