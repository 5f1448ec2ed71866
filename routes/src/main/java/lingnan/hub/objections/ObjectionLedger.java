package lingnan.hub.objections;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.MessageLog.AppendOutcome;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction round tables and log: what is not logged has not happened, and a fault leaves everything as it was. */
final class ObjectionLedger {

    private static final String LANE = "objections";

    private final ObjectionStore store;
    private final TransactionTemplate transaction;
    private final Lane lane;

    /** Appends on a lane in the transaction that runs: of a running hub, or of a command beside it. */
    interface Lane {
        AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry);
    }

    ObjectionLedger(DataSource database, PlatformTransactionManager transactions, Lane lane) {
        this.store = new ObjectionStore(JdbcClient.create(database));
        this.transaction = new TransactionTemplate(transactions);
        this.lane = lane;
    }

    <T> T change(Function<ObjectionStore, T> work) {
        return guarded(() -> Objects.requireNonNull(transaction.execute(status -> work.apply(store))));
    }

    <T> T read(Function<ObjectionStore, T> work) {
        return guarded(() -> work.apply(store));
    }

    /** The next entry of an objection whose row the transaction holds. */
    void append(Objection objection, Entry entry) {
        long expected = store.version(objection.id());
        if (!(lane.append(LANE, objection.id(), expected, entry) instanceof AppendOutcome.Appended appended)) {
            throw new IllegalStateException("The log and the table of objections differ about " + objection.id());
        }
        store.version(objection.id(), appended.version());
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException away) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "objections are out of reach", away);
        }
    }
}
