package lingnan.hub.kernel;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes for salts, nonces and ids. An entry of the log needs some ten pieces of a few bytes, and each draw from
 * the system's generator takes a lock that all threads want; so each thread draws a supply and cuts it up. What was
 * handed out is wiped from the supply.
 */
public final class Randomness {

    private static final int SUPPLY = 1024;
    private static final SecureRandom SYSTEM = new SecureRandom();
    private static final ThreadLocal<Randomness> SUPPLIES = ThreadLocal.withInitial(Randomness::new);

    private final byte[] supply = new byte[SUPPLY];
    private int used = SUPPLY;

    private Randomness() {}

    /** Bytes that nobody can foresee and that are not given twice. */
    public static byte[] bytes(int length) {
        if (length > SUPPLY) {
            byte[] many = new byte[length];
            SYSTEM.nextBytes(many);
            return many;
        }
        return SUPPLIES.get().cut(length);
    }

    private byte[] cut(int length) {
        if (SUPPLY - used < length) {
            SYSTEM.nextBytes(supply);
            used = 0;
        }
        byte[] piece = Arrays.copyOfRange(supply, used, used + length);
        Arrays.fill(supply, used, used + length, (byte) 0);
        used += length;
        return piece;
    }
}
