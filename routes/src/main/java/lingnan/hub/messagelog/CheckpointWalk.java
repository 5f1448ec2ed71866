package lingnan.hub.messagelog;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import lingnan.hub.messagelog.Checkpoint.Head;
import lingnan.hub.messagelog.Verifier.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes along the checkpoints of the table and of the files together, in order of their numbers. Each must be signed,
 * name its predecessor, and stand in both alike. Stops at the first that does not; what the files still state about the
 * lanes is passed on all the same.
 */
final class CheckpointWalk {

    static final String NAME = "checkpoints";
    private static final int PAGE = 500;

    /** Longer than hubs take to copy each other's checkpoints into their files. */
    private static final Duration FILING = Duration.ofSeconds(15);

    private final JdbcTemplate jdbc;
    private final CheckpointKey key;
    private final CheckpointFiles files;
    private final Deque<Stored> page = new ArrayDeque<>();

    private long read;
    private byte[] previous = Hashes.beginning();
    private Optional<Finding> finding = Optional.empty();

    CheckpointWalk(JdbcTemplate jdbc, CheckpointKey key, CheckpointFiles files) {
        this.jdbc = jdbc;
        this.key = key;
        this.files = files;
    }

    /** @return how many properly signed checkpoints were passed on */
    int run(BiConsumer<Checkpoint, Head> heads) {
        // The file is written after the table: what the file holds now, the table must hold from now on.
        long filed;
        try {
            filed = files.last().map(last -> last.checkpoint().number()).orElse(0L);
        } catch (TamperedContent e) {
            stop(0, String.valueOf(e.getMessage()));
            filed = Long.MAX_VALUE;
        }
        Long stored = jdbc.queryForObject("select coalesce(max(number), 0) from messagelog.checkpoint", Long.class);
        if (filed == 0 && stored != null && stored > 0) {
            filed = lateFiled();
            if (filed == 0) {
                stop(1, "the hub's files hold no checkpoint, but " + stored + " were issued");
            }
        }
        long last = Math.max(filed == Long.MAX_VALUE ? 0 : filed, stored == null ? 0 : stored);
        Iterator<String> lines = files.lines();
        Filed file = nextFiled(lines);
        int held = 0;
        for (long number = 1; number <= last; number++) {
            Stored inTable = nextStored(number);
            SignedCheckpoint inFile = null;
            if (file != null && file.number() == number) {
                inFile = file.signed();
                file = nextFiled(lines);
            }
            SignedCheckpoint sound = compare(number, inTable, inFile, filed);
            if (sound != null) {
                held++;
                Checkpoint checkpoint = sound.checkpoint();
                checkpoint.heads().forEach(head -> heads.accept(checkpoint, head));
            }
        }
        return held;
    }

    /** The log's very first checkpoint may be on its way into the file, or made by another hub and not copied yet. */
    private long lateFiled() {
        Instant end = Objects.requireNonNull(
                        jdbc.queryForObject("select min(made_at) from messagelog.checkpoint", Timestamp.class))
                .toInstant()
                .plus(FILING);
        while (files.last().isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(FILING.toNanos() / 100);
        }
        return files.last().map(last -> last.checkpoint().number()).orElse(0L);
    }

    List<Finding> findings() {
        return finding.stream().toList();
    }

    /** @return the one to be held against the lanes, if either is properly signed */
    private @Nullable SignedCheckpoint compare(
            long number, @Nullable Stored inTable, @Nullable SignedCheckpoint inFile, long filed) {
        if (inTable == null) {
            stop(number, "the checkpoint is missing from the table");
        } else if (inFile == null && number <= filed) {
            stop(number, "the checkpoint is missing from the hub's file");
        } else if (inFile != null && !inFile.isSameAs(inTable.signed())) {
            stop(number, "the checkpoint in the table differs from the one in the hub's file");
        }
        SignedCheckpoint sound = null;
        for (SignedCheckpoint candidate : candidates(inTable, inFile)) {
            if (key.hasSigned(candidate)) {
                sound = candidate;
            } else {
                stop(number, "the checkpoint is not signed by this log's key");
            }
        }
        if (sound != null) {
            follow(number, sound, inTable);
        }
        return sound;
    }

    private static List<SignedCheckpoint> candidates(@Nullable Stored inTable, @Nullable SignedCheckpoint inFile) {
        if (inFile == null) {
            return inTable == null ? List.of() : List.of(inTable.signed());
        }
        return inTable == null || inFile.isSameAs(inTable.signed())
                ? List.of(inFile)
                : List.of(inTable.signed(), inFile);
    }

    private void follow(long number, SignedCheckpoint sound, @Nullable Stored inTable) {
        Checkpoint checkpoint = sound.checkpoint();
        if (checkpoint.number() != number || inTable != null && inTable.madeAt() != Leaf.micros(checkpoint.madeAt())) {
            stop(number, "the checkpoint's number or time is not what was signed");
        } else if (!Arrays.equals(checkpoint.previous(), previous)) {
            stop(number, "the checkpoint does not follow its predecessor");
        }
        previous = sound.hash();
    }

    private void stop(long number, String what) {
        if (finding.isEmpty()) {
            finding = Optional.of(new Finding(NAME, number, what));
        }
    }

    private @Nullable Stored nextStored(long number) {
        if (page.isEmpty() && read < number) {
            page.addAll(jdbc.query(
                    "select number, (extract(epoch from made_at) * 1000000)::int8, content, signature"
                            + " from messagelog.checkpoint where number >= ? order by number limit ?",
                    (row, n) -> new Stored(
                            row.getLong(1), row.getLong(2), new SignedCheckpoint(row.getBytes(3), row.getBytes(4))),
                    number,
                    PAGE));
            read = page.isEmpty() ? Long.MAX_VALUE : page.getLast().number();
        }
        Stored first = page.peekFirst();
        return first != null && first.number() == number ? page.pollFirst() : null;
    }

    private @Nullable Filed nextFiled(Iterator<String> lines) {
        while (lines.hasNext()) {
            try {
                SignedCheckpoint signed = SignedCheckpoint.ofLine(lines.next());
                return new Filed(signed.checkpoint().number(), signed);
            } catch (TamperedContent damaged) {
                // Its number is then missing from the file, which is the finding; only a cut last line is innocent.
                continue;
            }
        }
        return null;
    }

    private record Stored(long number, long madeAt, SignedCheckpoint signed) {}

    private record Filed(long number, SignedCheckpoint signed) {}
}
