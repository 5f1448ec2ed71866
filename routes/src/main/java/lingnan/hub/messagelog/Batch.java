package lingnan.hub.messagelog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries that have been given their places on a lane: what one statement writes, and the head that it leaves. */
record Batch(LaneState before, LaneState after, List<Placed> entries) {

    static Batch place(LaneState before, List<Prepared> entries) {
        long appendedAt = Math.max(Leaf.micros(Instant.now()), before.appendedAt());
        long position = before.position();
        byte[] head = before.head();
        List<Placed> placed = new ArrayList<>(entries.size());
        for (Prepared entry : entries) {
            position++;
            byte[] leaf = Hashes.leaf(Leaf.position(before.lane(), position, appendedAt), entry.leafContent());
            head = Hashes.chain(head, leaf);
            placed.add(new Placed(entry, position, leaf, head));
        }
        return new Batch(before, new LaneState(before.lane(), before.epoch(), position, head, appendedAt), placed);
    }

    LogPosition positionOf(Placed entry) {
        return new LogPosition(before.lane(), entry.position(), Leaf.instant(after.appendedAt()));
    }

    record Placed(Prepared prepared, long position, byte[] leaf, byte[] chain) {}
}
