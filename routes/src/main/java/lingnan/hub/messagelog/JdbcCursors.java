package lingnan.hub.messagelog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cursors as rows; a taking by another hub raises the epoch. */
final class JdbcCursors implements Cursors {

    private static final String TAKE = """
            insert into messagelog.cursor as c (name, lane, holder, lease_until, epoch)
            values (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond', 1)
            on conflict (name, lane) do update
            set holder = excluded.holder, lease_until = excluded.lease_until,
                epoch = case when c.holder = excluded.holder then c.epoch else c.epoch + 1 end
            where c.holder = excluded.holder or c.holder is null or c.lease_until < clock_timestamp()
            returning epoch, position
            """;

    private static final String ASYNCHRONOUS = "select " + Rows.ENTRY_COLUMNS + """
             from messagelog.entry e where lane = ? and position > ? and kind = 1 and facts ->> 'mode' = 'async'
             and not exists (select from messagelog.entry c where c.message = e.message and c.kind in (3, 4, 5))
             order by position limit ?
            """;

    private final JdbcTemplate jdbc;
    private final EntryReader reader;
    private final UUID hub;

    JdbcCursors(DataSource database, Vault vault, UUID hub) {
        this.jdbc = new JdbcTemplate(database);
        this.reader = new EntryReader(jdbc, vault);
        this.hub = hub;
    }

    @Override
    public Optional<Held> take(String name, String lane, Duration lease) {
        return Rows.ask(() -> jdbc
                .query(
                        TAKE,
                        (row, n) -> new Held(name, lane, row.getLong(1), row.getLong(2)),
                        name,
                        lane,
                        hub,
                        lease.toMillis())
                .stream()
                .findFirst());
    }

    @Override
    public boolean advance(Held cursor, long position) {
        String sql = "update messagelog.cursor set position = greatest(position, ?) where name = ? and lane = ?"
                + " and epoch = ? and holder = ?";
        return Rows.ask(() -> jdbc.update(sql, position, cursor.name(), cursor.lane(), cursor.epoch(), hub) == 1);
    }

    @Override
    public List<LoggedEntry> asynchronous(String lane, long after, int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("The limit is 1 to 1,000: " + limit);
        }
        return Rows.ask(() -> reader.read(jdbc.query(ASYNCHRONOUS, Rows::entry, lane, after, limit), false));
    }
}
