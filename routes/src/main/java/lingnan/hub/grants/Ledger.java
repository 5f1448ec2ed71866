package lingnan.hub.grants;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.MessageLog.AppendOutcome;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction round tables and log: what is not logged has not happened. */
final class Ledger {

    private static final String LANE = "grants";

    private final GrantStore store;
    private final TransactionTemplate transaction;
    private final Lane lane;

    /** Appends on a lane in the transaction that runs: of a running hub, or of a command beside it. */
    interface Lane {
        AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry);
    }

    Ledger(DataSource database, PlatformTransactionManager transactions, Lane lane) {
        this.store = new GrantStore(JdbcClient.create(database));
        this.transaction = new TransactionTemplate(transactions);
        this.lane = lane;
    }

    /** Changes what is granted, one at a time on all hubs; a refusal leaves everything as it was. */
    Outcome change(Function<GrantStore, Outcome> work) {
        return work(() -> Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            Outcome outcome = work.apply(store);
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        })));
    }

    /** Tells what a clock says, unless another hub has told it or the request has moved on. */
    void tell(Function<GrantStore, Boolean> work) {
        work(() -> Objects.requireNonNull(transaction.execute(status -> {
            boolean isTold = work.apply(store);
            if (!isTold) {
                status.setRollbackOnly();
            }
            return isTold;
        })));
    }

    <T> T read(Function<GrantStore, T> work) {
        return work(() -> work.apply(store));
    }

    /** @return false if the stream is at another version: somebody else was first */
    boolean append(String stream, long expectedVersion, Entry entry) {
        return lane.append(LANE, stream, expectedVersion, entry) instanceof AppendOutcome.Appended;
    }

    private static <T> T work(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException away) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "what is granted is out of reach", away);
        }
    }
}
