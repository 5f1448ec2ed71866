package lingnan.hub.interaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/** Waits for the log; its answer or its fault, nothing in between. */
final class Durable {

    private Durable() {}

    static <T> T await(CompletableFuture<T> promise) {
        try {
            return promise.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof HubFault fault) {
                throw fault;
            }
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "the entry could not be written", failed);
        }
    }
}
