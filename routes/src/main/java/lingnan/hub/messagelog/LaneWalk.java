package lingnan.hub.messagelog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lingnan.hub.messagelog.Rows.BodyRow;
import lingnan.hub.messagelog.Rows.EntryRow;
import lingnan.hub.messagelog.Rows.KeyRow;
import lingnan.hub.messagelog.Verifier.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes along one lane from its beginning, page by page, and stops at the first place that does not verify. */
final class LaneWalk {

    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    private final EntryCheck check;
    private final String lane;
    private final Deque<EntryRow> page = new ArrayDeque<>();

    private Map<Long, List<BodyRow>> bodies = Map.of();
    private Map<Long, List<KeyRow>> keys = Map.of();
    private Map<UUID, Set<String>> erasures = Map.of();
    private long position;
    private byte[] chain = Hashes.beginning();
    private long erased;
    private Optional<Finding> finding = Optional.empty();

    LaneWalk(JdbcTemplate jdbc, EntryCheck check, String lane) {
        this.jdbc = jdbc;
        this.check = check;
        this.lane = lane;
    }

    /** Verifies up to and including this position, unless something bad comes first. */
    void advanceTo(long target) {
        while (finding.isEmpty() && position < target) {
            if (page.isEmpty()) {
                load();
            }
            EntryRow next = page.peekFirst();
            if (next == null || next.place().position() != position + 1) {
                stop(
                        position + 1,
                        next != null && next.place().position() <= position
                                ? "a second entry stands at position "
                                        + next.place().position()
                                : "the entry is missing");
            } else {
                page.removeFirst();
                step(next);
            }
        }
    }

    /** Holds a head that somebody stated against what was found there. */
    void expect(long at, byte[] stated, String who) {
        advanceTo(at);
        if (finding.isEmpty() && position == at && !java.util.Arrays.equals(chain, stated)) {
            stop(at, "the chain differs from what " + who + " states");
        }
    }

    private void step(EntryRow row) {
        try {
            erased += check.check(
                    row,
                    chain,
                    bodies.getOrDefault(row.place().position(), List.of()),
                    keys.getOrDefault(row.place().position(), List.of()),
                    erasures.getOrDefault(row.message(), Set.of()));
            chain = row.chain();
            position = row.place().position();
        } catch (TamperedContent e) {
            stop(row.place().position(), e.getMessage());
        }
    }

    private void stop(long at, @org.jspecify.annotations.Nullable String what) {
        finding = Optional.of(new Finding(lane, at, String.valueOf(what)));
    }

    private void load() {
        List<EntryRow> rows = jdbc.query(
                "select " + Rows.ENTRY_COLUMNS + " from messagelog.entry where lane = ? and position > ?"
                        + " order by position, appended_at limit ?",
                Rows::entry,
                lane,
                position,
                PAGE);
        if (rows.isEmpty()) {
            return;
        }
        long upTo = rows.get(rows.size() - 1).place().position();
        String range = " where lane = ? and position > ? and position <= ? order by position, n";
        bodies = jdbc
                .query(
                        "select " + Rows.BODY_COLUMNS + " from messagelog.body" + range,
                        Rows::body,
                        lane,
                        position,
                        upTo)
                .stream()
                .collect(Collectors.groupingBy(row -> row.place().position()));
        keys = jdbc
                .query(
                        "select " + Rows.KEY_COLUMNS + " from messagelog.search_key" + range,
                        Rows::key,
                        lane,
                        position,
                        upTo)
                .stream()
                .collect(Collectors.groupingBy(row -> row.place().position()));
        erasures = erasures(rows);
        page.addAll(rows);
    }

    /** The places whose bodies and keys the log itself says were erased, by message. */
    private Map<UUID, Set<String>> erasures(List<EntryRow> rows) {
        UUID[] bereft = rows.stream()
                .filter(row -> bodies.getOrDefault(row.place().position(), List.of())
                                        .size()
                                < row.bodyCount()
                        || keys.getOrDefault(row.place().position(), List.of()).size() < row.keyCount())
                .map(EntryRow::message)
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, Set<String>> found = new HashMap<>();
        if (bereft.length > 0) {
            jdbc.query(
                    "select message, facts ->> 'detail' from messagelog.entry where message = any(?) and kind = 12",
                    row -> {
                        found.computeIfAbsent(row.getObject(1, UUID.class), message -> new HashSet<>())
                                .addAll(List.of(String.valueOf(row.getString(2)).split(" ")));
                    },
                    (Object) bereft);
        }
        return found;
    }

    String lane() {
        return lane;
    }

    long verified() {
        return position;
    }

    long erased() {
        return erased;
    }

    Optional<Finding> finding() {
        return finding;
    }
}
