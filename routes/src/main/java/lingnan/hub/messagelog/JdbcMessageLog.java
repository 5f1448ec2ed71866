package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The log in PostgreSQL. */
final class JdbcMessageLog implements MessageLog {

    private final EdgeLane edge;
    private final ModuleLanes modules;
    private final DataSource database;
    private final Vault vault;
    private final Spool spool;
    private final HubIdentity hub;

    JdbcMessageLog(EdgeLane edge, ModuleLanes modules, DataSource database, Vault vault, Spool spool, HubIdentity hub) {
        this.edge = edge;
        this.modules = modules;
        this.database = database;
        this.vault = vault;
        this.spool = spool;
        this.hub = hub;
    }

    @Override
    public CompletableFuture<LogPosition> append(Entry entry) {
        return edge.append(Prepared.of(entry, vault, null));
    }

    @Override
    public AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An append on lane " + lane + " needs a transaction around it and its state");
        }
        if (lane.startsWith("edge-")) {
            throw new IllegalArgumentException("The lane " + lane + " is written by group commit only");
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return modules.append(connection, lane, stream, expectedVersion, marked(entry));
        } catch (SQLException e) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "The entry cannot be appended on lane " + lane, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** Recovery must know whose calls a dead hub was making. */
    private Entry marked(Entry entry) {
        if (entry.kind() != EntryKind.CALLING || entry.facts().containsKey(Fact.HUB)) {
            return entry;
        }
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.putAll(entry.facts());
        facts.put(Fact.HUB, hub.id().toString());
        return new Entry(entry.kind(), entry.message(), entry.businessTime(), facts, entry.bodies(), entry.keys());
    }

    @Override
    public void spool(Entry entry) {
        spool.keep(entry);
    }
}
