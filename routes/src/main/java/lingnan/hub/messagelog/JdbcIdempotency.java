package lingnan.hub.messagelog;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import lingnan.hub.kernel.MessageId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims as rows; the primary key decides between twins. */
final class JdbcIdempotency implements Idempotency {

    private static final int RUNNING = 1;
    private static final int ANSWERED = 2;

    private static final String CLAIM = """
            insert into messagelog.idempotency as held (key, digest, message, state, expires)
            values (?, ?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (key) do update
            set digest = excluded.digest, message = excluded.message, state = 1, expires = excluded.expires
            where held.expires < clock_timestamp()
            """;

    private final JdbcTemplate jdbc;

    JdbcIdempotency(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    @Override
    public Claim claim(byte[] key, byte[] bodyDigest, MessageId message, Duration running) {
        return Rows.ask(() -> {
            while (true) {
                if (jdbc.update(CLAIM, key, bodyDigest, message.value(), running.toMillis()) == 1) {
                    return new Claim.First();
                }
                List<Claim> held = jdbc.query(
                        "select digest, message, state from messagelog.idempotency where key = ?",
                        (row, n) -> held(
                                Arrays.equals(row.getBytes(1), bodyDigest),
                                new MessageId(row.getObject(2, UUID.class)),
                                row.getInt(3)),
                        (Object) key);
                if (!held.isEmpty()) {
                    return held.get(0);
                }
            }
        });
    }

    private static Claim held(boolean sameBody, MessageId message, int state) {
        if (!sameBody) {
            return new Claim.Mismatch(message);
        }
        return state == RUNNING ? new Claim.TwinRunning(message) : new Claim.Answered(message);
    }

    @Override
    public boolean complete(byte[] key, MessageId message, Duration keep) {
        String sql = "update messagelog.idempotency set state = ?,"
                + " expires = clock_timestamp() + ? * interval '1 millisecond' where key = ? and message = ?";
        return Rows.ask(() -> jdbc.update(sql, ANSWERED, keep.toMillis(), key, message.value()) == 1);
    }

    @Override
    public void release(byte[] key, MessageId message) {
        Rows.ask(() -> jdbc.update(
                "delete from messagelog.idempotency where key = ? and message = ? and state = ?",
                key,
                message.value(),
                RUNNING));
    }

    @Override
    public int expire() {
        return Rows.ask(() -> jdbc.update("delete from messagelog.idempotency where expires < clock_timestamp()"));
    }
}
