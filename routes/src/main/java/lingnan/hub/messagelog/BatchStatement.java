package lingnan.hub.messagelog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lingnan.hub.messagelog.Batch.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch and moves the lane's head in one statement, so that one round trip in autocommit is one durable
 * transaction. The head moves only if nobody else moved it; if it does not move, nothing is inserted.
 */
final class BatchStatement {

    static final Duration LEASE = Duration.ofSeconds(15);

    private static final String SQL = """
            with moved as (
              update messagelog.lane
              set position = ?, head = ?, appended_at = ?, open_from = greatest(open_from, ?),
                  lease_until = case when kind = 1 then clock_timestamp() + ? * interval '1 second' end
              where lane = ? and epoch = ? and position = ? and head = ?
              returning lane, timestamptz 'epoch' + appended_at * interval '1 microsecond' as at
            ), entries as (
              insert into messagelog.entry
                (lane, position, appended_at, format, kind, message, business_time, facts, stream, version,
                 bodies, keys, leaf, chain)
              select m.lane, u.position, m.at, ?, u.kind, u.message::uuid,
                     timestamptz 'epoch' + u.business * interval '1 microsecond', u.facts::jsonb, u.stream, u.version,
                     u.bodies, u.keys, u.leaf, u.chain
              from moved m, unnest(?::int8[], ?::int2[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::int8[],
                                   ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                as u(position, kind, message, business, facts, stream, version, bodies, keys, leaf, chain)
            ), contents as (
              insert into messagelog.body
                (lane, position, n, appended_at, role, retention, content_type, salt, content)
              select m.lane, u.position, u.n, m.at, u.role, u.retention, u.content_type, u.salt, u.content
              from moved m, unnest(?::int8[], ?::int2[], ?::int2[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                as u(position, n, role, retention, content_type, salt, content)
            ), lookups as (
              insert into messagelog.search_key
                (lane, position, n, appended_at, message, type, person, lookup, value, salt)
              select m.lane, u.position, u.n, m.at, u.message::uuid, u.type, u.person, u.lookup, u.value, u.salt
              from moved m, unnest(?::int8[], ?::int2[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::bytea[], ?::bytea[])
                as u(position, n, message, type, person, lookup, value, salt)
            )
            select count(*) from moved
            """;

    private final Connection connection;
    private final PreparedStatement statement;
    private int next;

    private BatchStatement(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /**
     * @param openFrom no interaction accepted before this position is open
     * @return false if the lane's head was not where the batch expects it
     */
    static boolean write(Connection connection, Batch batch, long openFrom) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            BatchStatement writing = new BatchStatement(connection, statement);
            writing.bindHead(batch, openFrom);
            writing.bindEntries(batch.entries());
            writing.bindBodies(batch.entries());
            writing.bindKeys(batch.entries());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getLong(1) == 1;
            }
        }
    }

    private void bindHead(Batch batch, long openFrom) throws SQLException {
        statement.setLong(++next, batch.after().position());
        statement.setBytes(++next, batch.after().head());
        statement.setLong(++next, batch.after().appendedAt());
        statement.setLong(++next, openFrom);
        statement.setInt(++next, (int) LEASE.toSeconds());
        statement.setString(++next, batch.before().lane());
        statement.setLong(++next, batch.before().epoch());
        statement.setLong(++next, batch.before().position());
        statement.setBytes(++next, batch.before().head());
        statement.setInt(++next, Leaf.FORMAT);
    }

    private void bindEntries(List<Placed> entries) throws SQLException {
        longs(entries, Placed::position);
        shorts(entries, placed -> placed.prepared().entry().kind().number());
        texts(entries, placed -> placed.prepared().entry().message().toString());
        longs(entries, placed -> placed.prepared().businessTime());
        texts(entries, placed -> placed.prepared().facts());
        texts(entries, BatchStatement::stream);
        array("int8", entries, Long[]::new, BatchStatement::version);
        bytes(entries, placed -> placed.prepared().bodyCommitments());
        bytes(entries, placed -> placed.prepared().keyCommitments());
        bytes(entries, Placed::leaf);
        bytes(entries, Placed::chain);
    }

    private static @Nullable String stream(Placed placed) {
        Leaf.Version version = placed.prepared().version();
        return version == null ? null : version.stream();
    }

    private static @Nullable Long version(Placed placed) {
        Leaf.Version version = placed.prepared().version();
        return version == null ? null : version.number();
    }

    private void bindBodies(List<Placed> entries) throws SQLException {
        List<Row<Vault.StoredBody>> rows = rows(entries, Prepared::bodies);
        longs(rows, Row::position);
        shorts(rows, row -> row.part().n());
        shorts(rows, row -> row.part().role());
        texts(rows, row -> row.part().retention());
        texts(rows, row -> row.part().contentType());
        bytes(rows, row -> row.part().salt());
        bytes(rows, row -> row.part().content());
    }

    private void bindKeys(List<Placed> entries) throws SQLException {
        List<Row<Vault.StoredKey>> rows = rows(entries, Prepared::keys);
        longs(rows, Row::position);
        shorts(rows, row -> row.part().n());
        texts(rows, Row::message);
        texts(rows, row -> row.part().type());
        array("bool", rows, Boolean[]::new, row -> row.part().person());
        texts(rows, row -> row.part().lookup());
        bytes(rows, row -> row.part().value());
        bytes(rows, row -> row.part().salt());
    }

    private static <P> List<Row<P>> rows(List<Placed> entries, Function<Prepared, List<P>> parts) {
        List<Row<P>> rows = new ArrayList<>();
        for (Placed placed : entries) {
            for (P part : parts.apply(placed.prepared())) {
                rows.add(new Row<>(
                        placed.position(), placed.prepared().entry().message().toString(), part));
            }
        }
        return rows;
    }

    private <T> void longs(List<T> rows, Function<T, Long> column) throws SQLException {
        array("int8", rows, Long[]::new, column);
    }

    private <T> void shorts(List<T> rows, Function<T, Integer> column) throws SQLException {
        array("int2", rows, Short[]::new, row -> column.apply(row).shortValue());
    }

    private <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
        array("text", rows, String[]::new, column);
    }

    private <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
        array("bytea", rows, byte[][]::new, column);
    }

    private <T, E> void array(
            String type, List<T> rows, java.util.function.IntFunction<E[]> make, Function<T, @Nullable E> column)
            throws SQLException {
        Array array = connection.createArrayOf(type, rows.stream().map(column).toArray(make));
        statement.setArray(++next, array);
    }

    private record Row<P>(long position, String message, P part) {}
}
