package lingnan.hub.messagelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves what was spooled into the log, each record once, also if the hub dies over it. */
final class SpoolFolding {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolding.class);
    private static final int CHUNK = 200;

    private final Spool spool;
    private final MessageLog log;
    private final JdbcTemplate jdbc;

    SpoolFolding(Spool spool, MessageLog log, DataSource database) {
        this.spool = spool;
        this.log = log;
        this.jdbc = new JdbcTemplate(database);
    }

    void fold() {
        if (spool.isEmpty()) {
            return;
        }
        try {
            for (Path file : spool.rotate()) {
                fold(file);
            }
        } catch (IOException e) {
            LOG.error("The spool cannot be read; trying again", e);
        }
    }

    private void fold(Path file) throws IOException {
        List<Entry> entries;
        try {
            entries = spool.read(file);
        } catch (TamperedContent | IllegalArgumentException e) {
            LOG.error("The spool file {} was not written with this hub's keys and is set aside", file, e);
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"));
            return;
        }
        for (int from = 0; from < entries.size(); from += CHUNK) {
            append(entries.subList(from, Math.min(entries.size(), from + CHUNK)));
        }
        spool.delete(file);
        LOG.info("{} spooled entries are in the log now", entries.size());
    }

    private void append(List<Entry> chunk) {
        Set<String> known = known(chunk);
        List<CompletableFuture<LogPosition>> appends = new ArrayList<>();
        for (Entry entry : chunk) {
            if (!known.contains(mark(entry))
                    && !(entry.kind().closes()
                            && known.contains(closed(entry.message().value())))) {
                appends.add(log.append(entry));
            }
        }
        CompletableFuture.allOf(appends.toArray(CompletableFuture[]::new)).join();
    }

    /**
     * A close is one that nobody has made yet: an answer whose commit was thought lost may have reached the log after
     * all, and recovery may have closed what this hub left open.
     */
    private Set<String> known(List<Entry> chunk) {
        UUID[] messages = chunk.stream().map(entry -> entry.message().value()).toArray(UUID[]::new);
        Set<String> known = new HashSet<>();
        jdbc.query(
                "select message, kind, facts ->> 'original_time' from messagelog.entry where message = any(?)",
                row -> {
                    UUID message = row.getObject(1, UUID.class);
                    known.add(mark(message, row.getInt(2), row.getString(3)));
                    if (EntryKind.of(row.getInt(2)).closes()) {
                        known.add(closed(message));
                    }
                },
                (Object) messages);
        return known;
    }

    private static String mark(Entry entry) {
        return mark(
                entry.message().value(), entry.kind().number(), entry.facts().get(Fact.ORIGINAL_TIME));
    }

    private static String closed(UUID message) {
        return message + "/closed";
    }

    private static String mark(UUID message, int kind, @org.jspecify.annotations.Nullable String time) {
        return message + "/" + kind + "/" + time;
    }
}
