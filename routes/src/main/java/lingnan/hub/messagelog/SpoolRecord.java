package lingnan.hub.messagelog;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lingnan.hub.kernel.MessageId;

/**
 * An entry as it waits in the spool. Fields as in {@link Canonical}: kind, message, business time, facts, bodies, keys.
 * The time at which it was spooled is added as a fact, by which it is also told whether it was folded in already.
 */
final class SpoolRecord {

    private SpoolRecord() {}

    static Entry stamped(Entry entry, Instant now) {
        if (entry.facts().containsKey(Fact.ORIGINAL_TIME)) {
            return entry;
        }
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.putAll(entry.facts());
        facts.put(Fact.ORIGINAL_TIME, now.toString());
        return new Entry(entry.kind(), entry.message(), entry.businessTime(), facts, entry.bodies(), entry.keys());
    }

    static byte[] write(Entry entry) {
        Canonical out = new Canonical(512)
                .number(entry.kind().number())
                .uuid(entry.message().value())
                .number(Leaf.micros(entry.businessTime()));
        out.number(entry.facts().size());
        entry.facts().forEach((fact, text) -> out.text(fact.name()).text(text));
        out.number(entry.bodies().size());
        entry.bodies()
                .forEach(body ->
                        out.text(body.role().name()).text(body.contentType()).bytes(body.bytes()));
        out.number(entry.keys().size());
        entry.keys()
                .forEach(key -> out.octet(key.person() ? 1 : 0).text(key.type()).text(key.value()));
        return out.toBytes();
    }

    static Entry read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        EntryKind kind = EntryKind.of(in.readInt());
        MessageId message = new MessageId(new UUID(in.readLong(), in.readLong()));
        Instant businessTime = Leaf.instant(in.readLong());
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (int left = in.readInt(); left > 0; left--) {
            facts.put(Fact.valueOf(text(in)), text(in));
        }
        List<Body> bodies = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            bodies.add(new Body(Body.Role.valueOf(text(in)), text(in), in.readNBytes(in.readInt())));
        }
        List<Key> keys = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            boolean person = in.readByte() == 1;
            keys.add(new Key(text(in), text(in), person));
        }
        return new Entry(kind, message, businessTime, facts, bodies, keys);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
