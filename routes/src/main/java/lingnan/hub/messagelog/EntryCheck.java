package lingnan.hub.messagelog;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lingnan.hub.messagelog.Rows.BodyRow;
import lingnan.hub.messagelog.Rows.EntryRow;
import lingnan.hub.messagelog.Rows.KeyRow;

/** Recomputes everything about one entry from what is stored and holds it against its leaf and chain. */
final class EntryCheck {

    private final Vault vault;

    EntryCheck(Vault vault) {
        this.vault = vault;
    }

    /**
     * @param erasures the places that the log says were erased of this message
     * @return how many bodies and keys are lawfully gone
     * @throws TamperedContent with what is wrong
     */
    long check(EntryRow row, byte[] previous, List<BodyRow> bodies, List<KeyRow> keys, Set<String> erasures) {
        if (row.format() != Leaf.FORMAT) {
            throw new TamperedContent("the entry has the unknown format " + row.format());
        }
        if (row.bodies().length % (1 + Hashes.LENGTH) != 0 || row.keys().length % Hashes.LENGTH != 0) {
            throw new TamperedContent("the commitments of the entry have an impossible length");
        }
        byte[] leaf = Hashes.leaf(
                Leaf.position(row.place().lane(), row.place().position(), row.appendedAt()),
                Leaf.content(
                        row.kind(),
                        row.message(),
                        row.businessTime(),
                        row.stream() == null ? null : new Leaf.Version(row.stream(), row.version()),
                        FactsJson.read(row.facts()),
                        row.bodies(),
                        row.keys()));
        demand(Arrays.equals(leaf, row.leaf()), "the entry is not what its leaf commits to");
        demand(Arrays.equals(Hashes.chain(previous, leaf), row.chain()), "the entry does not follow its predecessor");
        long gone = bodies(row, bodies) + keys(row, keys);
        demand(
                gone == 0 || erasures.contains(row.logPosition().toString()),
                "bodies or keys are gone and no entry says that they were erased");
        return gone;
    }

    private long bodies(EntryRow row, List<BodyRow> bodies) {
        int missing = row.bodyCount();
        boolean[] seen = new boolean[row.bodyCount()];
        for (BodyRow body : bodies) {
            demand(body.n() >= 0 && body.n() < seen.length && !seen[body.n()], "it has a body that was never appended");
            demand(body.appendedAt() == row.appendedAt(), "body " + body.n() + " bears another time than its entry");
            seen[body.n()] = true;
            missing--;
            ByteArrayOutputStream computed = new ByteArrayOutputStream();
            computed.write(body.role());
            computed.writeBytes(Hashes.body(body.salt(), open(row, body)));
            int at = body.n() * (1 + Hashes.LENGTH);
            demand(
                    Arrays.equals(computed.toByteArray(), Arrays.copyOfRange(row.bodies(), at, at + 1 + Hashes.LENGTH)),
                    "body " + body.n() + " is not what the leaf commits to");
        }
        return missing;
    }

    private Body open(EntryRow row, BodyRow body) {
        try {
            return body.open(vault, row.message());
        } catch (TamperedContent e) {
            throw new TamperedContent("body " + body.n() + " cannot be what was appended: " + e.getMessage());
        }
    }

    private long keys(EntryRow row, List<KeyRow> keys) {
        int missing = row.keyCount();
        boolean[] seen = new boolean[row.keyCount()];
        for (KeyRow key : keys) {
            demand(key.n() >= 0 && key.n() < seen.length && !seen[key.n()], "it has a key that was never appended");
            demand(
                    key.appendedAt() == row.appendedAt() && key.message().equals(row.message()),
                    "key " + key.n() + " bears another time or message than its entry");
            seen[key.n()] = true;
            missing--;
            int at = key.n() * Hashes.LENGTH;
            demand(
                    Arrays.equals(
                            Hashes.key(key.salt(), open(key), key.lookup()),
                            Arrays.copyOfRange(row.keys(), at, at + Hashes.LENGTH)),
                    "key " + key.n() + " is not what the leaf commits to");
        }
        return missing;
    }

    private Key open(KeyRow key) {
        try {
            return key.open(vault);
        } catch (TamperedContent e) {
            throw new TamperedContent("key " + key.n() + " cannot be what was appended: " + e.getMessage());
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new TamperedContent(otherwise);
        }
    }
}
