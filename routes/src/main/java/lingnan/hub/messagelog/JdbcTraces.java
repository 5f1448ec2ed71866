package lingnan.hub.messagelog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Rows.BodyRow;
import lingnan.hub.messagelog.Rows.EntryRow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log in PostgreSQL, through indexes only. */
final class JdbcTraces implements Traces {

    private static final int LARGEST = 1_000;

    /** How many entries of one message carry the same key, at most, before a result list falls short. */
    private static final int ENTRIES_PER_MESSAGE = 12;

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final EntryReader reader;

    JdbcTraces(DataSource database, Vault vault) {
        this.jdbc = new JdbcTemplate(database);
        this.vault = vault;
        this.reader = new EntryReader(jdbc, vault);
    }

    @Override
    public List<Summary> find(String key, int limit) {
        return Rows.ask(() -> {
            Set<UUID> messages = new LinkedHashSet<>();
            ownId(key).ifPresent(messages::add);
            String sql = """
                    select message from (
                      (select message, appended_at from messagelog.search_key where lookup = ?
                       order by appended_at desc limit ?)
                      union all
                      (select message, appended_at from messagelog.search_key where lookup = ?
                       order by appended_at desc limit ?)
                    ) found order by appended_at desc
                    """;
            int rows = checked(limit) * ENTRIES_PER_MESSAGE;
            messages.addAll(jdbc.queryForList(
                    sql,
                    UUID.class,
                    Lookup.of(WellFormed.of(key)),
                    rows,
                    vault.personLookup(WellFormed.of(key)),
                    rows));
            return summaries(messages.stream().limit(limit).toList());
        });
    }

    private static Optional<UUID> ownId(String key) {
        try {
            return Optional.of(MessageId.parse(key.strip()).value());
        } catch (IllegalArgumentException otherKey) {
            return Optional.empty();
        }
    }

    @Override
    public List<Summary> newest(int limit) {
        return Rows.ask(() -> {
            List<EntryRow> newest = new ArrayList<>();
            for (String lane : lanes()) {
                newest.addAll(jdbc.query(
                        "select " + Rows.ENTRY_COLUMNS + " from messagelog.entry where lane = ? and kind in (1, 6)"
                                + " order by position desc limit ?",
                        Rows::entry,
                        lane,
                        checked(limit)));
            }
            newest.sort(Comparator.comparingLong(EntryRow::appendedAt).reversed());
            return summaries(newest.stream()
                    .map(EntryRow::message)
                    .distinct()
                    .limit(limit)
                    .toList());
        });
    }

    @Override
    public List<LoggedEntry> entries(MessageId message) {
        return Rows.ask(() -> reader.read(reader.ofMessages(List.of(message.value())), true));
    }

    @Override
    public List<LoggedEntry> after(String lane, long position, int limit) {
        return Rows.ask(() -> reader.read(
                jdbc.query(
                        "select " + Rows.ENTRY_COLUMNS + " from messagelog.entry where lane = ? and position > ?"
                                + " order by position limit ?",
                        Rows::entry,
                        lane,
                        position,
                        checked(limit)),
                false));
    }

    @Override
    public List<String> lanes() {
        return Rows.ask(() -> jdbc.queryForList("select lane from messagelog.lane order by lane", String.class));
    }

    @Override
    public Optional<Body> body(MessageId message, Body.Role role) {
        String sql = "select "
                + Rows.BODY_COLUMNS
                        .replace("lane, position", "b.lane, b.position")
                        .replace("appended_at)", "b.appended_at)")
                + " from messagelog.entry e join messagelog.body b using (lane, position, appended_at)"
                + " where e.message = ? and b.role = ? order by b.appended_at desc, b.position desc limit 1";
        return Rows.ask(() -> jdbc.query(sql, Rows::body, message.value(), role.number()).stream()
                .findFirst()
                .map(row -> open(row, message)));
    }

    @Override
    public List<Receiver> receivers(String subject, Key key) {
        String value = WellFormed.of(key.value());
        String sql = """
                select e.facts ->> 'client' as client, (array_agg(e.message order by e.appended_at desc))[1] as latest
                from messagelog.search_key k
                join messagelog.entry e using (lane, position, appended_at)
                where k.lookup = ? and k.type = ? and e.kind = ? and e.facts ->> 'subject' = ?
                  and e.facts ->> 'client' is not null
                group by e.facts ->> 'client', e.facts ->> 'withheld'
                order by 1, 2
                """;
        return Rows.ask(() -> jdbc.query(
                sql,
                (row, n) -> new Receiver(row.getString("client"), new MessageId(row.getObject("latest", UUID.class))),
                key.person() ? vault.personLookup(value) : Lookup.of(value),
                key.type(),
                EntryKind.ANSWERED.number(),
                subject));
    }

    private Body open(BodyRow row, MessageId message) {
        return row.open(vault, message.value());
    }

    private List<Summary> summaries(List<UUID> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<EntryRow>> entries = new LinkedHashMap<>();
        messages.forEach(message -> entries.put(message, new ArrayList<>()));
        for (EntryRow row : reader.ofMessages(messages)) {
            List<EntryRow> ofMessage = entries.get(row.message());
            if (ofMessage != null) {
                ofMessage.add(row);
            }
        }
        return entries.values().stream()
                .filter(rows -> !rows.isEmpty())
                .map(Summaries::of)
                .toList();
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("The limit is 1 to " + LARGEST + ": " + limit);
        }
        return limit;
    }
}
