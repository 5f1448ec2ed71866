package lingnan.hub.messagelog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lingnan.hub.kernel.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what a hub left open when it died: synchronous interactions, whose callers are gone, and asynchronous ones that
 * were calling their provider, which may have acted. Accepted asynchronous ones that were not calling are left to the
 * relay.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final String OPEN_SYNCHRONOUS = """
            select a.message, (extract(epoch from a.business_time) * 1000000)::int8, a.lane, a.position
            from messagelog.entry a
            where a.lane = ? and a.position >= (select open_from from messagelog.lane where lane = ?)
              and a.kind = 1 and a.facts ->> 'mode' = 'sync'
              and not exists (select from messagelog.entry c where c.message = a.message and c.kind in (3, 4, 5))
            order by a.position
            """;

    private static final String NOT_FINISHED = """
             and not exists (
                select from messagelog.entry c where c.message = a.message and (c.kind in (3, 4, 5)
                  or c.kind = 14 and case when c.lane = a.lane then c.position > a.position
                                          else c.appended_at >= a.appended_at end))
            """;

    private static final String OPEN_CALLS = """
            select a.message, (extract(epoch from a.business_time) * 1000000)::int8, a.lane, a.position
            from messagelog.lane l join messagelog.entry a on a.lane = l.lane and a.position >= l.open_from
            where l.kind = 2 and a.kind = 2 and a.facts ->> 'hub' = ?
            """ + NOT_FINISHED;

    private static final String FORGET_CLOSED = """
            update messagelog.lane l set open_from = greatest(l.open_from, known.until)
            from (
              select h.lane, coalesce(min(a.position), h.position + 1) as until
              from (select lane, position, open_from from messagelog.lane where kind = 2) h
              left join messagelog.entry a on a.lane = h.lane and a.position >= h.open_from
                and a.position <= h.position and a.kind = 2
            """ + NOT_FINISHED + """
              group by h.lane, h.position
            ) known
            where l.lane = known.lane and l.open_from < known.until
            """;

    private final Closings closings;

    Recovery(Closings closings) {
        this.closings = closings;
    }

    List<Left> openOn(Connection connection, String lane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN_SYNCHRONOUS)) {
            statement.setString(1, lane);
            statement.setString(2, lane);
            return left(statement);
        }
    }

    List<Left> callsOf(Connection connection, UUID hub) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN_CALLS)) {
            statement.setString(1, hub.toString());
            return left(statement);
        }
    }

    /** Moves the low-water marks of the module lanes, so that the next recovery looks at little. */
    void forgetClosed(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_CLOSED)) {
            statement.executeUpdate();
        }
    }

    /** Appends an IN_DOUBT entry for each and waits until all are durable. */
    void close(List<Left> left, MessageLog log) {
        if (left.isEmpty()) {
            return;
        }
        LOG.warn("Closing {} interactions in doubt that were open when their hub ended", left.size());
        for (int from = 0; from < left.size(); from += 500) {
            List<CompletableFuture<LogPosition>> closes = left.subList(from, Math.min(left.size(), from + 500)).stream()
                    .map(each -> log.append(
                            closings.interrupted(each.message(), Leaf.instant(each.businessTime()), each.place())))
                    .toList();
            CompletableFuture.allOf(closes.toArray(CompletableFuture[]::new)).join();
        }
    }

    private static List<Left> left(PreparedStatement statement) throws SQLException {
        List<Left> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Left(
                        new MessageId(row.getObject(1, UUID.class)), row.getLong(2), row.getString(3), row.getLong(4)));
            }
        }
        return found;
    }

    /** An interaction that nobody will finish. */
    record Left(MessageId message, long businessTime, String lane, long position) {
        String place() {
            return lane + "#" + position;
        }
    }
}
