package lingnan.hub.interaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Waits for the log and its database; their answer or their fault, nothing in between. */
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

    /**
     * Asks or changes the state beside the log.
     *
     * @throws HubFault LOG_UNAVAILABLE if the database is out of reach; what was to be changed may have been
     */
    static <T> T ask(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException away) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "the interaction's state is out of reach", away);
        }
    }
}
