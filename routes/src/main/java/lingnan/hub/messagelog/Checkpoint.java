package lingnan.hub.messagelog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement about the heads of all lanes at one moment, which the hub signs. It names its predecessor by hash, so that
 * none can be taken out. Described in docs/reference/message-log.md.
 *
 * @param number gapless from 1
 * @param previous the hash of the checkpoint before, zeros for the first
 * @param heads in order of the lanes' names
 */
public record Checkpoint(long number, Instant madeAt, byte[] previous, List<Head> heads) {

    private static final int FORMAT = 1;
    private static final String SIGNED_WITH = "Ed25519";

    public Checkpoint {
        heads = List.copyOf(heads);
    }

    /** @param chain the chain value at the position */
    public record Head(String lane, long position, byte[] chain) {}

    byte[] content() {
        Canonical out = new Canonical(128 + heads.size() * 64)
                .octet(FORMAT)
                .text(Hashes.ALGORITHM)
                .text(SIGNED_WITH)
                .number(number)
                .number(Leaf.micros(madeAt))
                .raw(previous)
                .number(heads.size());
        heads.forEach(head -> out.text(head.lane()).number(head.position()).raw(head.chain()));
        return out.toBytes();
    }

    /** @throws TamperedContent if these are not the bytes of a checkpoint */
    static Checkpoint read(byte[] content) {
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            if (in.get() != FORMAT || !text(in).equals(Hashes.ALGORITHM) || !text(in).equals(SIGNED_WITH)) {
                throw new TamperedContent("its format is unknown");
            }
            long number = in.getLong();
            Instant madeAt = Leaf.instant(in.getLong());
            byte[] previous = hash(in);
            List<Head> heads = new ArrayList<>();
            for (int left = in.getInt(); left > 0; left--) {
                heads.add(new Head(text(in), in.getLong(), hash(in)));
            }
            if (in.hasRemaining()) {
                throw new TamperedContent("something follows its content");
            }
            return new Checkpoint(number, madeAt, previous, heads);
        } catch (BufferUnderflowException e) {
            throw new TamperedContent("its content is cut short");
        }
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new TamperedContent("its content is cut short");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] hash(ByteBuffer in) {
        byte[] hash = new byte[Hashes.LENGTH];
        in.get(hash);
        return hash;
    }
}
