package lingnan.hub.edge;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory that messages under way may hold together. */
final class BytesInFlight {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    BytesInFlight(long limit) {
        this.limit = limit;
    }

    boolean tryHold(long bytes) {
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }
}
