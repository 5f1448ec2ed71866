package lingnan.hub.messagelog;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

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
        return modules.append(database, lane, stream, expectedVersion, marked(entry));
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
