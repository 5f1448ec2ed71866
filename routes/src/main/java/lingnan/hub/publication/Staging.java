package lingnan.hub.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lingnan.hub.catalog.Subject;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.LogAccess;
import lingnan.hub.messagelog.MessageLog.AppendOutcome;
import lingnan.hub.messagelog.Seal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next generation of a state while it is written, in batches that nobody sees until it is published. Held by an
 * advisory lock of its connection, so what a load that died has left behind is cleared by the next one.
 */
final class Staging implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final int LOCK = 0x4c696e67;
    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 2L << 20;
    private static final int CLEARED_AT_ONCE = 5_000;

    private final Connection connection;
    private final Seal seal;
    private final Row before;
    private final int generation;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> lookups = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final List<UUID> replaced = new ArrayList<>();
    private final String stream;
    private long bytes;
    private int taken;
    private long dropped;

    private Staging(Connection connection, Seal seal, Row before, String stream) {
        this.connection = connection;
        this.seal = seal;
        this.before = before;
        this.generation = before.generation() + 1;
        this.stream = stream;
    }

    private record Row(
            int id,
            int generation,
            int base,
            long records,
            @Nullable Instant asOf,
            @Nullable Instant newest) {}

    /** Empty if somebody else is loading it. */
    static Optional<Staging> take(Connection connection, Seal seal, Subject subject) throws SQLException {
        String insert = "insert into publication.state (subject, version) values (?, ?) on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, subject.code().value());
            statement.setInt(2, subject.version());
            statement.executeUpdate();
        }
        int id = row(connection, subject).id();
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCK);
            statement.setInt(2, id);
            try (ResultSet got = statement.executeQuery()) {
                if (!got.next() || !got.getBoolean(1)) {
                    return Optional.empty();
                }
            }
        }
        Staging staging = new Staging(connection, seal, row(connection, subject), Published.stream(subject));
        staging.discard();
        staging.sweep();
        return Optional.of(staging);
    }

    private static Row row(Connection connection, Subject subject) throws SQLException {
        String select = "select id, generation, base, records, as_of, newest from publication.state"
                + " where subject = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, subject.code().value());
            statement.setInt(2, subject.version());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Row(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getLong(4),
                        instant(row.getTimestamp(5)),
                        instant(row.getTimestamp(6)));
            }
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** When the state that is held now was true; empty if there is none. */
    Optional<Instant> asOf() {
        return Optional.ofNullable(before.asOf());
    }

    /** When the newest part of the state that is held now was true; empty if there is none. */
    Optional<Instant> newest() {
        return Optional.ofNullable(before.newest());
    }

    long taken() {
        return taken;
    }

    /** @param merge whether records of the state with the same first key are dropped for it */
    void add(RecordCheck.Sound record, boolean merge) throws SQLException {
        int n = taken++;
        numbers.add(n);
        StringBuilder found = new StringBuilder("{");
        for (UUID lookup : record.lookups()) {
            found.append(found.length() > 1 ? "," : "").append(lookup);
        }
        lookups.add(found.append('}').toString());
        byte[] content = seal.seal(Lookups.place(before.id(), generation, n), record.content());
        contents.add(content);
        bytes += content.length;
        if (merge) {
            record.first().ifPresent(replaced::add);
        }
        if (numbers.size() == BATCH || bytes > BATCH_BYTES) {
            write();
        }
    }

    private void write() throws SQLException {
        String insert = "insert into publication.record (state, generation, n, lookups, content)"
                + " select ?, ?, u.n, u.lookups::uuid[], u.content"
                + " from unnest(?::int4[], ?::text[], ?::bytea[]) as u(n, lookups, content)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, before.id());
            statement.setInt(2, generation);
            statement.setArray(3, connection.createArrayOf("int4", numbers.toArray()));
            statement.setArray(4, connection.createArrayOf("text", lookups.toArray()));
            statement.setArray(5, connection.createArrayOf("bytea", contents.toArray(byte[][]::new)));
            statement.executeUpdate();
        }
        if (!replaced.isEmpty()) {
            drop();
        }
        numbers.clear();
        lookups.clear();
        contents.clear();
        replaced.clear();
        bytes = 0;
    }

    private void drop() throws SQLException {
        String update = "update publication.record set dropped = ? where state = ? and generation between ? and ?"
                + " and dropped is null and lookups && ?::uuid[]";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setInt(1, generation);
            statement.setInt(2, before.id());
            statement.setInt(3, before.base());
            statement.setInt(4, before.generation());
            statement.setArray(5, connection.createArrayOf("uuid", replaced.toArray()));
            dropped += statement.executeUpdate();
        }
    }

    /**
     * One transaction logs what is loaded and shows it to all readers.
     *
     * @param asOf when the whole state is true as of
     * @throws CommitInDoubt if nobody said whether it was committed
     */
    StateLoader.Outcome publish(LogAccess log, Published published, boolean merge, Instant asOf) throws SQLException {
        if (!numbers.isEmpty()) {
            write();
        }
        long held = merge ? before.records() - dropped + taken : taken;
        Entry entry = published.entry(taken, merge);
        StateLoader.Outcome.Loaded loaded = new StateLoader.Outcome.Loaded(taken, held, asOf, entry.message());
        connection.setAutoCommit(false);
        boolean isEnded = false;
        try {
            AppendOutcome appended = log.append(connection, Published.LANE, stream, before.generation(), entry);
            if (!(appended instanceof AppendOutcome.Appended)) {
                return new StateLoader.Outcome.Busy();
            }
            show(loaded, newest(published, merge), merge ? before.base() : generation);
            isEnded = true;
            commit(loaded);
        } finally {
            if (!isEnded && !connection.isClosed()) {
                connection.rollback();
            }
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
        return loaded;
    }

    private void commit(StateLoader.Outcome.Loaded loaded) throws CommitInDoubt {
        try {
            connection.commit();
        } catch (SQLException unknown) {
            throw new CommitInDoubt(before.id(), loaded, unknown);
        }
    }

    private Instant newest(Published published, boolean merge) {
        Instant known = before.newest();
        return merge && known != null && known.isAfter(published.asOf()) ? known : published.asOf();
    }

    private void show(StateLoader.Outcome.Loaded loaded, Instant newest, int base) throws SQLException {
        String update = "update publication.state set generation = ?, base = ?, records = ?, as_of = ?, newest = ?,"
                + " loaded_at = now(), message = ? where id = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setInt(1, generation);
            statement.setInt(2, base);
            statement.setLong(3, loaded.held());
            statement.setTimestamp(4, Timestamp.from(loaded.asOf()));
            statement.setTimestamp(5, Timestamp.from(newest));
            statement.setObject(6, loaded.message().value());
            statement.setInt(7, before.id());
            statement.executeUpdate();
        }
    }

    /** Forgets what was written and not published. */
    void discard() throws SQLException {
        clear("delete from publication.record where (state, generation, n) in (select r.state, r.generation, r.n"
                + " from publication.record r join publication.state s on s.id = r.state"
                + " where r.state = ? and r.generation > s.generation limit ?)");
        clear("update publication.record set dropped = null where (state, generation, n) in"
                + " (select r.state, r.generation, r.n from publication.record r"
                + " join publication.state s on s.id = r.state"
                + " where r.state = ? and r.dropped > s.generation limit ?)");
    }

    /** Deletes what is no longer part of the state. What is left because it failed, the next load deletes. */
    void tidy() {
        try {
            sweep();
        } catch (SQLException failed) {
            LOG.warn(
                    "{} is loaded; what it replaced could not be deleted yet and will be by the next load: {}",
                    stream,
                    failed.getMessage());
        }
    }

    private void sweep() throws SQLException {
        clear("delete from publication.record where (state, generation, n) in (select r.state, r.generation, r.n"
                + " from publication.record r join publication.state s on s.id = r.state"
                + " where r.state = ? and r.generation < s.base limit ?)");
        clear("delete from publication.record where (state, generation, n) in (select r.state, r.generation, r.n"
                + " from publication.record r join publication.state s on s.id = r.state"
                + " where r.state = ? and r.dropped <= s.generation limit ?)");
    }

    private void clear(String sql) throws SQLException {
        int cleared = CLEARED_AT_ONCE;
        while (cleared == CLEARED_AT_ONCE) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setInt(1, before.id());
                statement.setInt(2, CLEARED_AT_ONCE);
                cleared = statement.executeUpdate();
            }
        }
    }

    /** With its connection the lock is gone as well, so that this makes no load fail. */
    @Override
    public void close() {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock(?, ?)")) {
            statement.setInt(1, LOCK);
            statement.setInt(2, before.id());
            statement.execute();
        } catch (SQLException failed) {
            LOG.warn("The lock of the load of {} could not be given back: {}", stream, failed.getMessage());
        }
    }
}
