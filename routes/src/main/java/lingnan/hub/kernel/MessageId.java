package lingnan.hub.kernel;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;

/**
 * The hub's own id of one interaction or publication: given on arrival, in every fault, entry and trace. A UUID of
 * version 7 (RFC 9562), so that ids made later sort later.
 */
public record MessageId(UUID value) implements Comparable<MessageId> {

    public static MessageId next(Clock clock) {
        ByteBuffer random = ByteBuffer.wrap(Randomness.bytes(Short.BYTES + Long.BYTES));
        long high = (clock.millis() << 16) | 0x7000L | (random.getShort() & 0x0fffL);
        long low = (random.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new MessageId(new UUID(high, low));
    }

    /** @throws IllegalArgumentException if the text is no UUID of 36 characters */
    public static MessageId parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("A message id has 36 characters: " + text);
        }
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public int compareTo(MessageId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
