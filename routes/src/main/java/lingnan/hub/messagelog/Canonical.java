package lingnan.hub.messagelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes canonical fields: big-endian numbers of fixed size, and byte strings preceded by their length in 4 bytes. */
final class Canonical {

    private ByteBuffer buffer;

    Canonical(int expectedSize) {
        buffer = ByteBuffer.allocate(expectedSize);
    }

    Canonical octet(int value) {
        room(1).put((byte) value);
        return this;
    }

    Canonical number(int value) {
        room(4).putInt(value);
        return this;
    }

    Canonical number(long value) {
        room(8).putLong(value);
        return this;
    }

    Canonical uuid(UUID value) {
        room(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    Canonical text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    Canonical bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /** Bytes whose length the format fixes. */
    Canonical raw(byte[] value) {
        room(value.length).put(value);
        return this;
    }

    byte[] toBytes() {
        byte[] all = new byte[buffer.position()];
        buffer.flip();
        buffer.get(all);
        return all;
    }

    private ByteBuffer room(int wanted) {
        if (buffer.remaining() < wanted) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + wanted));
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer;
    }
}
