package lingnan.hub.messagelog;

import java.util.concurrent.CompletableFuture;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way into the log, and whoever waits for it.
 *
 * @param handedInAt {@link System#nanoTime()}
 */
record Pending(Prepared prepared, CompletableFuture<LogPosition> future, long handedInAt) {

    static Pending of(Prepared prepared) {
        return new Pending(prepared, new CompletableFuture<>(), System.nanoTime());
    }

    boolean isGivenUp() {
        return future.isDone();
    }

    boolean isOlderThan(long nanos) {
        return System.nanoTime() - handedInAt > nanos;
    }

    void fail(String why, @Nullable Throwable cause) {
        future.completeExceptionally(new HubFault(FaultCode.LOG_UNAVAILABLE, why, cause));
    }
}
