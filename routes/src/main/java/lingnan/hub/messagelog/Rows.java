package lingnan.hub.messagelog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The rows of the log's tables as they are read. */
final class Rows {

    static final String APPENDED_AT = "(extract(epoch from appended_at) * 1000000)::int8";

    static final String ENTRY_COLUMNS = "lane, position, " + APPENDED_AT
            + ", format, kind, message, (extract(epoch from business_time) * 1000000)::int8,"
            + " facts::text, stream, version, bodies, keys, leaf, chain";

    static final String BODY_COLUMNS =
            "lane, position, n, " + APPENDED_AT + ", role, retention, content_type, salt, content";

    static final String KEY_COLUMNS =
            "lane, position, n, " + APPENDED_AT + ", message, type, person, lookup, value, salt";

    private Rows() {}

    static EntryRow entry(ResultSet row, int number) throws SQLException {
        String stream = row.getString(9);
        long version = row.getLong(10);
        return new EntryRow(
                new Place(row.getString(1), row.getLong(2)),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, UUID.class),
                row.getLong(7),
                row.getString(8),
                stream,
                version,
                row.getBytes(11),
                row.getBytes(12),
                row.getBytes(13),
                row.getBytes(14));
    }

    static BodyRow body(ResultSet row, int number) throws SQLException {
        return new BodyRow(
                new Place(row.getString(1), row.getLong(2)),
                row.getInt(3),
                row.getLong(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9));
    }

    static KeyRow key(ResultSet row, int number) throws SQLException {
        return new KeyRow(
                new Place(row.getString(1), row.getLong(2)),
                row.getInt(3),
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    /** Runs a read whose failure a caller may meet. */
    static <T> T ask(Supplier<T> read) {
        try {
            return read.get();
        } catch (DataAccessException | TransactionException e) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "The message log cannot be read", e);
        }
    }

    record Place(String lane, long position) {}

    record EntryRow(
            Place place,
            long appendedAt,
            int format,
            int kind,
            UUID message,
            long businessTime,
            String facts,
            @Nullable String stream,
            long version,
            byte[] bodies,
            byte[] keys,
            byte[] leaf,
            byte[] chain) {

        private static final int BODY_SIZE = 1 + Hashes.LENGTH;

        int bodyCount() {
            return bodies.length / BODY_SIZE;
        }

        int keyCount() {
            return keys.length / Hashes.LENGTH;
        }

        LogPosition logPosition() {
            return new LogPosition(place.lane(), place.position(), Leaf.instant(appendedAt));
        }
    }

    record BodyRow(
            Place place,
            int n,
            long appendedAt,
            int role,
            String retention,
            String contentType,
            byte[] salt,
            byte[] content) {

        Body open(Vault vault, UUID message) {
            for (Body.Role known : List.of(Body.Role.values())) {
                if (known.number() == role) {
                    return new Body(known, contentType, vault.open(message, n, retention, content));
                }
            }
            throw new TamperedContent("its role " + role + " does not exist");
        }
    }

    record KeyRow(
            Place place,
            int n,
            long appendedAt,
            UUID message,
            String type,
            boolean person,
            String lookup,
            byte[] value,
            byte[] salt) {

        Key open(Vault vault) {
            return vault.open(message, n, type, person, value);
        }
    }
}
