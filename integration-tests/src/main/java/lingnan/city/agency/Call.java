package lingnan.city.agency;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request that an agency received. Not shared between threads. */
public final class Call {

    /** The HTTP header in which the hub names its own id of the interaction. */
    public static final String MESSAGE_HEADER = "X-Lingnan-Message";

    static final String UNKNOWN = "-";

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    private final Ledger ledger;
    private final String id;
    private final String method;
    private final URI uri;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final boolean isToFail;
    private boolean hasActed;

    /** @param headers with names in any case */
    Call(
            Ledger ledger,
            String id,
            String method,
            URI uri,
            Map<String, List<String>> headers,
            byte[] body,
            boolean isToFail) {
        this.ledger = ledger;
        this.id = id;
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.isToFail = isToFail;
    }

    /** The call that this thread is answering, for stacks that hand their services no request. */
    public static Call current() {
        Call call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("No call is being answered by this thread");
        }
        return call;
    }

    Stack.Answer answeredBy(Stack stack) throws IOException {
        CURRENT.set(this);
        try {
            return stack.answer(this);
        } finally {
            CURRENT.remove();
        }
    }

    /** Writes to the ledger what this call asks, durably, before the service does it. The first words count. */
    public void acts(String operation, String key) {
        if (!hasActed) {
            hasActed = true;
            ledger.received(id, messageId(), operation, key);
        }
    }

    void isAnswered(String outcome) {
        ledger.answered(id, messageId(), outcome);
    }

    /** Whether the service is to answer with its own kind of fault. */
    public boolean isToFail() {
        return isToFail;
    }

    public String id() {
        return id;
    }

    public String messageId() {
        return header(MESSAGE_HEADER).isEmpty() ? UNKNOWN : header(MESSAGE_HEADER);
    }

    public String method() {
        return method;
    }

    /** Absolute, with the host and port that the caller used. */
    public URI uri() {
        return uri;
    }

    /** The first value of a header; empty if there is none. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }
}
