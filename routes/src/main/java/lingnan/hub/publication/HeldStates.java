package lingnan.hub.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Subject;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogAccess;
import lingnan.hub.messagelog.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks records up in the states that the hub holds. All hubs of one database see the same, from one moment to the next. */
@Component
public final class HeldStates {

    static final String PURPOSE = "publication";

    /**
     * The inner query is kept apart so that it is planned for all that fit: planned for the first few, PostgreSQL would
     * rather read a large state from its beginning than use the index.
     */
    private static final String FIND = """
            with found as materialized (
              select s.id, r.generation, r.n, r.content
              from publication.state s join publication.record r on r.state = s.id
              where s.subject = ? and s.version = ? and r.lookups @> ?::uuid[]
                and r.generation between s.base and s.generation
                and (r.dropped is null or r.dropped > s.generation)
            )
            select s.id, s.as_of, s.message, f.generation, f.n, f.content
            from publication.state s left join (select * from found limit ?) f on f.id = s.id
            where s.subject = ? and s.version = ? and s.generation > 0
            order by f.generation, f.n
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    HeldStates(JdbcClient jdbc, LogAccess log) {
        this.jdbc = jdbc;
        this.seal = log.seal(PURPOSE);
    }

    /** For the command line, which only reads. */
    public static HeldStates of(HubDatabase database, LogAccess log) {
        return new HeldStates(JdbcClient.create(database.as(Role.AUDITOR)), log);
    }

    /**
     * What was found.
     *
     * @param asOf when the state was true at the provider
     * @param load the message under which it was loaded last
     * @param records canonical {@code record} elements in UTF-8, in the subject's namespace by default
     * @param isMore whether there are more than these, or may be
     */
    public record Found(Instant asOf, MessageId load, List<byte[]> records, boolean isMore) {}

    /**
     * What a hub holds of a subject.
     *
     * @param records how many
     */
    public record Held(SubjectCode subject, int version, long records, Instant asOf, Instant loadedAt) {}

    /**
     * The records that have all of these keys and are wanted.
     *
     * @param keys one at least
     * @param most how many are given; which of more is left open
     * @param read how many that have the keys are read for them, {@code most} at least
     * @param wanted is given a record as it would be found
     * @return empty if no state of this version was ever loaded
     */
    public Optional<Found> find(Subject subject, List<Key> keys, int most, int read, Predicate<byte[]> wanted) {
        Lookups lookups = new Lookups(seal, subject);
        String digests = keys.stream()
                .map(key -> lookups.of(key.type(), key.value()).toString())
                .collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql(FIND)
                .params(
                        subject.code().value(),
                        subject.version(),
                        digests,
                        read + 1,
                        subject.code().value(),
                        subject.version())
                .query(rows -> {
                    return collect(rows, most, read, wanted);
                });
    }

    /** A state in which nothing fits comes as one row without a record. */
    private Optional<Found> collect(ResultSet rows, int most, int read, Predicate<byte[]> wanted) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        Instant asOf = rows.getTimestamp("as_of").toInstant();
        MessageId load = new MessageId(rows.getObject("message", UUID.class));
        List<byte[]> records = new ArrayList<>();
        int seen = 0;
        do {
            byte[] content = rows.getBytes("content");
            if (content == null) {
                break;
            }
            byte[] record =
                    seal.open(Lookups.place(rows.getInt("id"), rows.getInt("generation"), rows.getInt("n")), content);
            if (wanted.test(record)) {
                records.add(record);
            }
            seen++;
        } while (records.size() <= most && seen <= read && rows.next());
        boolean isMore = records.size() > most || seen > read;
        return Optional.of(
                new Found(asOf, load, List.copyOf(records.subList(0, Math.min(most, records.size()))), isMore));
    }

    /** In the order of their subjects. */
    public List<Held> all() {
        return jdbc.sql("select subject, version, records, as_of, loaded_at from publication.state"
                        + " where generation > 0 order by subject, version")
                .query((row, n) -> new Held(
                        SubjectCode.of(row.getString(1)),
                        row.getInt(2),
                        row.getLong(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
