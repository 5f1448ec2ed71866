package lingnan.hub.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The format of the log, held fast: these values may never change while the format is number 1. */
class LeafFormatTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SALT = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
    private static final UUID MESSAGE = UUID.fromString("01255c1c-2900-7abc-8def-0123456789ab");
    private static final Body BODY = new Body(
            Body.Role.REQUEST_RECEIVED, "text/xml; charset=UTF-8", "<名称>𠮷祥</名称>".getBytes(StandardCharsets.UTF_8));
    private static final Key KEY = new Key("registrationNumber", "440199100000011", false);

    /** The worked example of docs/reference/message-log.md: each value must stand there. */
    @Test
    void documentShowsWhatTheCodeComputes() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "reference", "message-log.md"));
        for (Map.Entry<String, byte[]> value : example().entrySet()) {
            assertThat(document).as(value.getKey()).contains(HEX.formatHex(value.getValue()));
        }
    }

    private static Map<String, byte[]> example() {
        byte[] body = Hashes.body(SALT, BODY);
        byte[] key = Hashes.key(SALT, KEY, "440199100000011");
        byte[] bodies = new byte[33];
        bodies[0] = 1;
        System.arraycopy(body, 0, bodies, 1, 32);
        byte[] place = Leaf.position("edge-1", 1, 1_257_814_800_000_000L);
        byte[] content = Leaf.content(
                1,
                MESSAGE,
                1_257_814_800_000_000L,
                null,
                new TreeMap<>(Map.of("mode", "sync", "client", "GZ/GOV/LRH/COUNTER")),
                bodies,
                key);
        byte[] leaf = Hashes.leaf(place, content);
        byte[] chain = Hashes.chain(Hashes.beginning(), leaf);
        byte[] checkpoint = new Checkpoint(
                        1,
                        Instant.parse("2009-11-10T01:00:10Z"),
                        Hashes.beginning(),
                        List.of(new Checkpoint.Head("edge-1", 1, chain)))
                .content();
        Map<String, byte[]> values = new TreeMap<>();
        values.put("body commitment", body);
        values.put("key commitment", key);
        values.put("place", place);
        values.put("content", content);
        values.put("leaf", leaf);
        values.put("chain", chain);
        values.put("checkpoint", checkpoint);
        values.put("checkpoint hash", Hashes.checkpoint(checkpoint));
        return values;
    }

    /** Computed here byte by byte as the document says, by nothing but SHA-256. */
    @Test
    void leafIsWhatTheDocumentDescribes() throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        java.io.DataOutputStream out = new java.io.DataOutputStream(bytes);
        out.writeByte(0);
        out.writeByte(1);
        text(out, "SHA-256");
        text(out, "interaction");
        out.writeLong(7);
        out.writeLong(1_257_814_800_000_000L);
        out.writeInt(2);
        out.writeLong(MESSAGE.getMostSignificantBits());
        out.writeLong(MESSAGE.getLeastSignificantBits());
        out.writeLong(-1);
        out.writeByte(1);
        text(out, "案件");
        out.writeLong(3);
        out.writeInt(1);
        text(out, "detail");
        text(out, "䶮㑇");
        out.writeInt(0);
        out.writeInt(0);
        byte[] expected = java.security.MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());

        byte[] leaf = Hashes.leaf(
                Leaf.position("interaction", 7, 1_257_814_800_000_000L),
                Leaf.content(
                        2,
                        MESSAGE,
                        -1,
                        new Leaf.Version("案件", 3),
                        new TreeMap<>(Map.of("detail", "䶮㑇")),
                        new byte[0],
                        new byte[0]));

        assertThat(leaf).isEqualTo(expected);
    }

    @Test
    void checkpointReadsBackWhatItWrote() {
        Checkpoint written = Checkpoint.read(example().get("checkpoint"));
        assertThat(written.content()).isEqualTo(example().get("checkpoint"));
        assertThat(written.heads()).extracting(Checkpoint.Head::lane).containsExactly("edge-1");
    }

    private static void text(java.io.DataOutputStream out, String text) throws java.io.IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
