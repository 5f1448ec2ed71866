package lingnan.hub.interaction;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lingnan.hub.kernel.Digest;

/** What makes two questions the same: caller, service and the caller's own key; and what tells them apart: the body. */
final class RequestKeys {

    private RequestKeys() {}

    /** Empty without an explicit idempotency key, and for asynchronous questions, whose receipt already is the key. */
    static Optional<byte[]> of(Stage.Authorised stage) {
        if (stage.isAsynchronous()) {
            return Optional.empty();
        }
        return stage.arrival()
                .headers()
                .idempotencyKey()
                .map(key -> String.join(
                        "\n",
                        stage.arrival().caller().subsystem().toString(),
                        stage.plan().id().toString(),
                        stage.arrival().operationName(),
                        key))
                .map(text -> digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] digest(byte[] bytes) {
        return Digest.SHA_256.of(bytes);
    }
}
