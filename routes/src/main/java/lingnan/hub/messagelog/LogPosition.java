package lingnan.hub.messagelog;

import java.time.Instant;

/** Where an entry stands: lane, gapless position in it (from 1), and the real time of the append. */
public record LogPosition(String lane, long position, Instant appendedAt) {

    @Override
    public String toString() {
        return lane + "#" + position;
    }
}
