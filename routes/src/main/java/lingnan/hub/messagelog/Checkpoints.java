package lingnan.hub.messagelog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import lingnan.hub.messagelog.Checkpoint.Head;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes checkpoints, and mirrors those of all hubs into this hub's own files. */
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    private final CheckpointKey key;
    private final CheckpointFiles files;

    private @Nullable SignedCheckpoint last;

    Checkpoints(DataSource database, CheckpointKey key, CheckpointFiles files) {
        this.jdbc = new JdbcTemplate(database);
        this.key = key;
        this.files = files;
        files.writePublicKey(key.publicPem());
        this.last = files.last().orElse(null);
        Long issued = jdbc.queryForObject("select count(*) from messagelog.checkpoint", Long.class);
        if (last == null && issued != null && issued > 0) {
            LOG.warn(
                    "The {} checkpoints of this log are not among this hub's files and are copied from the database. If"
                            + " this hub is not new, somebody took its files away: verify with a copy kept elsewhere.",
                    issued);
        }
    }

    /** Signs the heads of all lanes if any of them moved since the newest checkpoint. */
    synchronized void make() {
        mirror();
        List<Head> heads = jdbc.query(
                "select lane, position, head from messagelog.lane where position > 0 order by lane", Checkpoints::head);
        SignedCheckpoint before = last;
        if (heads.isEmpty() || before != null && !moved(before.checkpoint().heads(), heads)) {
            return;
        }
        long number = before == null ? 1 : before.checkpoint().number() + 1;
        byte[] previous = before == null ? Hashes.beginning() : before.hash();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        SignedCheckpoint made = key.sign(new Checkpoint(number, now, previous, heads));
        int inserted = jdbc.update(
                "insert into messagelog.checkpoint (number, made_at, content, signature) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                number,
                Timestamp.from(now),
                made.content(),
                made.signature());
        if (inserted == 1) {
            files.append(made);
            last = made;
        }
    }

    /** What other hubs made, or this one before it could write its file. */
    private void mirror() {
        while (true) {
            SignedCheckpoint known = last;
            long after = known == null ? 0 : known.checkpoint().number();
            List<SignedCheckpoint> missing = jdbc.query(
                    "select content, signature from messagelog.checkpoint where number > ? order by number limit ?",
                    Checkpoints::signed,
                    after,
                    PAGE);
            for (SignedCheckpoint signed : missing) {
                if (!key.hasSigned(signed)) {
                    LOG.error(
                            "A checkpoint after {} is not signed by this log's key: the log was tampered with", after);
                    return;
                }
                files.append(signed);
                last = signed;
            }
            if (missing.size() < PAGE) {
                return;
            }
        }
    }

    private static boolean moved(List<Head> before, List<Head> now) {
        if (before.size() != now.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!before.get(i).lane().equals(now.get(i).lane())
                    || !Arrays.equals(before.get(i).chain(), now.get(i).chain())) {
                return true;
            }
        }
        return false;
    }

    static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getString(1), row.getLong(2), row.getBytes(3));
    }

    static SignedCheckpoint signed(ResultSet row, int number) throws SQLException {
        return new SignedCheckpoint(row.getBytes(1), row.getBytes(2));
    }
}
