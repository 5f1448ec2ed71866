package lingnan.hub.messagelog;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry with everything done that can be done before its place is known: compressed, encrypted, committed to and
 * laid out, in the thread of whoever hands it in.
 */
record Prepared(
        Entry entry,
        long businessTime,
        String facts,
        byte[] bodyCommitments,
        byte[] keyCommitments,
        List<Vault.StoredBody> bodies,
        List<Vault.StoredKey> keys,
        Leaf.@Nullable Version version,
        byte[] leafContent) {

    private static final String RETENTION_CLASS = "interaction";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    static Prepared of(Entry entry, Vault vault, Leaf.@Nullable Version version) {
        Map<String, String> facts = new TreeMap<>();
        entry.factsInOrder().forEach((name, text) -> facts.put(name, WellFormed.of(text)));
        String retention = RETENTION_CLASS + "/" + MONTH.format(Instant.now());
        List<Vault.StoredBody> bodies = new ArrayList<>();
        for (Body body : entry.bodies()) {
            bodies.add(vault.seal(entry.message(), bodies.size(), body, retention));
        }
        List<Vault.StoredKey> keys = new ArrayList<>();
        for (Key key : entry.keys()) {
            keys.add(vault.seal(entry.message(), keys.size(), key));
        }
        ByteArrayOutputStream bodyCommitments = new ByteArrayOutputStream();
        bodies.forEach(body -> {
            bodyCommitments.write(body.role());
            bodyCommitments.writeBytes(body.commitment());
        });
        ByteArrayOutputStream keyCommitments = new ByteArrayOutputStream();
        keys.forEach(key -> keyCommitments.writeBytes(key.commitment()));
        long businessTime = Leaf.micros(entry.businessTime());
        byte[] leaf = Leaf.content(
                entry.kind().number(),
                entry.message().value(),
                businessTime,
                version,
                facts,
                bodyCommitments.toByteArray(),
                keyCommitments.toByteArray());
        return new Prepared(
                entry,
                businessTime,
                FactsJson.write(facts),
                bodyCommitments.toByteArray(),
                keyCommitments.toByteArray(),
                bodies,
                keys,
                version,
                leaf);
    }

    /** About how many bytes it will send to the database. */
    long size() {
        long size = 512L + facts.length() * 2L;
        for (Vault.StoredBody body : bodies) {
            size += 128 + body.content().length;
        }
        return size + keys.size() * 256L;
    }
}
