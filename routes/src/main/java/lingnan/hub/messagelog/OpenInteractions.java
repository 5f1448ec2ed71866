package lingnan.hub.messagelog;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lingnan.hub.messagelog.Batch.Placed;

/**
 * The synchronous interactions accepted on a lane and not closed yet, so that recovery need not look further back than
 * the oldest of them. Used by the writer's thread only.
 */
final class OpenInteractions {

    private final Map<UUID, Long> positions = new HashMap<>();
    private final TreeSet<Long> ordered = new TreeSet<>();

    void note(Batch batch) {
        for (Placed placed : batch.entries()) {
            Entry entry = placed.prepared().entry();
            UUID message = entry.message().value();
            if (entry.kind() == EntryKind.ACCEPTED && Modes.isSynchronous(entry)) {
                note(message, placed.position());
            } else if (entry.kind().closes()) {
                Long position = positions.remove(message);
                if (position != null) {
                    ordered.remove(position);
                }
            }
        }
    }

    void note(UUID message, long position) {
        positions.put(message, position);
        ordered.add(position);
    }

    /** @param next the position after the lane's head */
    long lowWater(long next) {
        return ordered.isEmpty() ? next : ordered.first();
    }

    void forget() {
        positions.clear();
        ordered.clear();
    }
}
