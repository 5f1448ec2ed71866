package lingnan.hub.interaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lingnan.hub.kernel.Digest;

/** What makes two questions the same: caller, service and the caller's own key; and what tells them apart: the body. */
final class RequestKeys {

    private static final byte[] ASYNCHRONOUS = "asynchronous\n".getBytes(StandardCharsets.UTF_8);

    private RequestKeys() {}

    /** Empty without an explicit idempotency key. */
    static Optional<byte[]> of(Stage.Authorised stage) {
        return stage.arrival()
                .headers()
                .idempotencyKey()
                .map(key -> String.join(
                        "\n",
                        stage.arrival().caller().subsystem().toString(),
                        stage.plan().id().toString(),
                        stage.arrival().operationName(),
                        key))
                .map(text -> Digest.SHA_256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the body and of how it is asked: an answer cannot be given again for a receipt. */
    static byte[] content(Stage.Authorised stage) {
        byte[] payload = stage.arrival().payload();
        if (!stage.isAsynchronous()) {
            return Digest.SHA_256.of(payload);
        }
        return Digest.SHA_256.of(ByteBuffer.allocate(ASYNCHRONOUS.length + payload.length)
                .put(ASYNCHRONOUS)
                .put(payload)
                .array());
    }
}
