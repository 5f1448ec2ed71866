package lingnan.hub.messagelog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Rows.BodyRow;
import lingnan.hub.messagelog.Rows.EntryRow;
import lingnan.hub.messagelog.Rows.KeyRow;
import lingnan.hub.messagelog.Rows.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Puts entries together again with what is left of their bodies and keys. */
final class EntryReader {

    private final JdbcTemplate jdbc;
    private final Vault vault;

    EntryReader(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<LoggedEntry> read(List<EntryRow> rows, boolean withKeys) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Place, List<BodyRow>> bodies = parts(Rows.BODY_COLUMNS, "body", rows, Rows::body).stream()
                .collect(Collectors.groupingBy(BodyRow::place));
        Map<Place, List<KeyRow>> keys = withKeys
                ? parts(Rows.KEY_COLUMNS, "search_key", rows, Rows::key).stream()
                        .collect(Collectors.groupingBy(KeyRow::place))
                : new HashMap<>();
        return rows.stream()
                .map(row -> entry(
                        row,
                        bodies.getOrDefault(row.place(), List.of()),
                        withKeys ? keys.getOrDefault(row.place(), List.of()) : null))
                .toList();
    }

    private LoggedEntry entry(
            EntryRow row, List<BodyRow> bodies, @org.jspecify.annotations.Nullable List<KeyRow> keys) {
        int erased = row.bodyCount() - bodies.size() + (keys == null ? 0 : row.keyCount() - keys.size());
        return new LoggedEntry(
                row.logPosition(),
                EntryKind.of(row.kind()),
                new MessageId(row.message()),
                Leaf.instant(row.businessTime()),
                FactsJson.read(row.facts()),
                bodies.stream()
                        .sorted(Comparator.comparingInt(BodyRow::n))
                        .map(body -> body.open(vault, row.message()))
                        .toList(),
                keys == null
                        ? List.of()
                        : keys.stream()
                                .sorted(Comparator.comparingInt(KeyRow::n))
                                .map(key -> key.open(vault))
                                .toList(),
                erased);
    }

    private <T> List<T> parts(String columns, String table, List<EntryRow> rows, RowMapper<T> mapper) {
        String sql = "select " + columns + " from messagelog." + table
                + " join unnest(?::text[], ?::int8[], ?::int8[]) as wanted(of_lane, of_position, at_micros)"
                + " on lane = of_lane and position = of_position"
                + " and appended_at = timestamptz 'epoch' + at_micros * interval '1 microsecond'";
        return jdbc.query(
                sql,
                mapper,
                rows.stream().map(row -> row.place().lane()).toArray(String[]::new),
                rows.stream().map(row -> row.place().position()).toArray(Long[]::new),
                rows.stream().map(EntryRow::appendedAt).toArray(Long[]::new));
    }

    /** All entries of these messages in order of append. */
    List<EntryRow> ofMessages(List<UUID> messages) {
        return jdbc.query(
                "select " + Rows.ENTRY_COLUMNS + " from messagelog.entry where message = any(?)"
                        + " order by appended_at, lane, position",
                Rows::entry,
                (Object) messages.toArray(UUID[]::new));
    }
}
