package lingnan.hub.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory that messages under way may hold together, and what one sender may hold of it. */
final class BytesInFlight {

    /** One sender may fill a quarter, so that a slow one leaves room for the others. */
    private static final int SHARES = 4;

    private final long limit;
    private final AtomicLong held = new AtomicLong();
    private final Map<String, AtomicLong> heldBySender = new ConcurrentHashMap<>();

    BytesInFlight(long limit) {
        this.limit = limit;
    }

    /** @param sender a caller that is known; those who are not share one name, so that the map stays small */
    boolean tryHold(String sender, long bytes) {
        AtomicLong share = heldBySender.computeIfAbsent(sender, unused -> new AtomicLong());
        if (share.addAndGet(bytes) > limit / SHARES) {
            share.addAndGet(-bytes);
            return false;
        }
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            share.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void release(String sender, long bytes) {
        held.addAndGet(-bytes);
        heldBySender.computeIfAbsent(sender, unused -> new AtomicLong()).addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
