package lingnan.hub.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import lingnan.hub.kernel.KeyedDigest;
import lingnan.hub.kernel.Randomness;
import lingnan.hub.kernel.SubsystemId;

/**
 * Remembers which passwords were right, so that hashing is paid once in some minutes and not for each message. Keyed by
 * a digest under a key of this process; an entry counts only as long as the stored hash is the one it was checked
 * against.
 */
final class VerifiedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 2_000;

    private final KeyedDigest digest;
    private final Clock clock;
    private final RecentlyUsed<String, Verified> entries = new RecentlyUsed<>(MOST);

    VerifiedPasswords(Clock clock) {
        this.digest = new KeyedDigest(Randomness.bytes(32));
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
        String both = subsystem + "\0" + password;
        return HexFormat.of().formatHex(digest.of(both.getBytes(StandardCharsets.UTF_8)));
    }

    private record Verified(String hash, Instant until) {}
}
