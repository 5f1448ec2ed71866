package lingnan.hub.directory;

import jakarta.xml.bind.JAXB;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import lingnan.hub.kernel.Digest;

/** What makes two commands the same one. */
final class CommandDigest {

    private CommandDigest() {}

    /** Of caller, operation and id; empty if the command has no id, and so is one of its own. */
    static Optional<byte[]> id(Visit visit, Object said) {
        return visit.headers().repeatableAs().map(id -> {
            String caller = visit.caller().subsystem().toString();
            String named =
                    String.join("\u0000", "catalog", caller, said.getClass().getSimpleName(), id);
            return Digest.SHA_256.of(named.getBytes(StandardCharsets.UTF_8));
        });
    }

    static byte[] content(Object said) {
        return Digest.SHA_256.of(xml(said));
    }

    /** Of both; empty if the command has no id. */
    static Optional<byte[]> whole(Visit visit, Object said) {
        HexFormat hex = HexFormat.of();
        return id(visit, said)
                .map(id -> hex.formatHex(id) + hex.formatHex(content(said)))
                .map(both -> Digest.SHA_256.of(both.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same for the same content, however its sender indented it. */
    static byte[] xml(Object said) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JAXB.marshal(said, bytes);
        return bytes.toByteArray();
    }
}
