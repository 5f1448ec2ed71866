package lingnan.hub.messagelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import lingnan.hub.messagelog.Checkpoint.Head;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the whole log in bounded memory: the checkpoints in order, and beside them each lane as far as the checkpoint
 * states it; then each lane to its head.
 */
final class JdbcVerifier implements Verifier {

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final CheckpointKey key;
    private final CheckpointFiles files;

    JdbcVerifier(DataSource database, Vault vault, CheckpointKey key, CheckpointFiles files) {
        this.jdbc = new JdbcTemplate(database);
        this.vault = vault;
        this.key = key;
        this.files = files;
    }

    @Override
    public Verification verify() {
        return Rows.ask(this::read);
    }

    private Verification read() {
        Map<String, LaneWalk> walks = new TreeMap<>();
        CheckpointWalk checkpoints = new CheckpointWalk(jdbc, key, files);
        int held = checkpoints.run((checkpoint, head) ->
                walk(walks, head.lane()).expect(head.position(), head.chain(), "checkpoint " + checkpoint.number()));
        List<Finding> findings = new ArrayList<>(checkpoints.findings());
        Map<String, Head> heads = new TreeMap<>();
        jdbc.query("select lane, position, head from messagelog.lane", Checkpoints::head)
                .forEach(head -> heads.put(head.lane(), head));
        lanesWithEntries().forEach(lane -> walk(walks, lane));
        heads.keySet().forEach(lane -> walk(walks, lane));
        long entries = 0;
        long erased = 0;
        for (LaneWalk walk : walks.values()) {
            finish(walk, Optional.ofNullable(heads.get(walk.lane()))).ifPresent(findings::add);
            entries += walk.verified();
            erased += walk.erased();
        }
        return new Verification(entries, walks.size(), held, erased, List.copyOf(findings));
    }

    private LaneWalk walk(Map<String, LaneWalk> walks, String lane) {
        return walks.computeIfAbsent(lane, name -> new LaneWalk(jdbc, new EntryCheck(vault), name));
    }

    private Optional<Finding> finish(LaneWalk walk, Optional<Head> head) {
        if (walk.finding().isPresent()) {
            return walk.finding();
        }
        if (head.isEmpty()) {
            return Optional.of(new Finding(walk.lane(), walk.verified(), "the lane's head is gone"));
        }
        Head stated = head.get();
        if (stated.position() < walk.verified()) {
            return Optional.of(new Finding(
                    walk.lane(), stated.position() + 1, "the lane's head was set back behind a signed checkpoint"));
        }
        walk.expect(stated.position(), stated.chain(), "the lane's head");
        return walk.finding().or(() -> beyond(walk.lane()));
    }

    /** In one statement, because the head may move while we look. */
    private Optional<Finding> beyond(String lane) {
        return jdbc
                .queryForList(
                        "select e.position from messagelog.lane l join messagelog.entry e on e.lane = l.lane"
                                + " and e.position > l.position where l.lane = ? order by e.position limit 1",
                        Long.class,
                        lane)
                .stream()
                .findFirst()
                .map(position -> new Finding(lane, position, "an entry stands behind the lane's head"));
    }

    /** Skips from lane to lane along the primary key. */
    private List<String> lanesWithEntries() {
        return jdbc.queryForList("""
                with recursive skip as (
                  select min(lane) as lane from messagelog.entry
                  union all
                  select (select min(lane) from messagelog.entry e where e.lane > skip.lane) from skip
                  where skip.lane is not null
                ) select lane from skip where lane is not null
                """, String.class);
    }
}
