package lingnan.hub.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is on its way. What lies in the server's buffer already is read at once; for the rest no thread
 * waits: the server calls when there is more, and dispatches the request anew when it is whole, too large or too late.
 * So a thousand slow senders cost memory, which is bounded, and nobody's turn.
 */
final class Arriving implements ReadListener, AsyncListener {

    private static final String ATTRIBUTE = "lingnan.arriving";
    private static final int CHUNK = 16 * 1024;

    private final Request asked;
    private final Optional<Caller> caller;
    private final ReceivedBody body;
    private final boolean isTooLarge;
    private @Nullable HubFault refused;
    private boolean isOver;
    private @Nullable AsyncContext waiting;

    /** @param refused if the request's head alone is reason to refuse it; its body is then read for the log only */
    Arriving(Request asked, Optional<Caller> caller, ReceivedBody body, @Nullable HubFault refused) {
        this.asked = asked;
        this.caller = caller;
        this.body = body;
        this.refused = refused;
        this.isTooLarge = asked.http().getContentLengthLong() > body.largest();
        if (isTooLarge) {
            refuse(ReceivedBody.tooLarge(body.largest()));
        }
    }

    /** The one that this dispatch of the request brings back. */
    static Optional<Arriving> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Arriving arriving ? Optional.of(arriving) : Optional.empty();
    }

    Request asked() {
        return asked;
    }

    Optional<Caller> caller() {
        return caller;
    }

    ReceivedBody body() {
        return body;
    }

    Optional<HubFault> refused() {
        return Optional.ofNullable(refused);
    }

    /** Takes what is here. True if that was all; else the request comes back by a dispatch. */
    boolean isWhole(Duration slowest) throws IOException {
        HttpServletRequest request = asked.http();
        ServletInputStream in = request.getInputStream();
        long length = request.getContentLengthLong();
        boolean isEmpty = length < 0 && request.getHeader("Transfer-Encoding") == null;
        if (isEmpty || (length >= 0 && !isTooLarge && takesAllAtOnce(in, length))) {
            return true;
        }
        request.setAttribute(ATTRIBUTE, this);
        AsyncContext context = request.startAsync();
        context.setTimeout(slowest.toMillis());
        context.addListener(this);
        waiting = context;
        in.setReadListener(this);
        return false;
    }

    /**
     * Reads what the server has in its buffer already. How much that is it does not say: {@code available} tells only
     * whether a read would wait.
     */
    private boolean takesAllAtOnce(ServletInputStream in, long length) throws IOException {
        byte[] chunk = new byte[(int) Math.min(length, CHUNK)];
        long left = length;
        while (left > 0 && in.available() > 0) {
            int n = in.read(chunk, 0, (int) Math.min(left, chunk.length));
            if (n < 0) {
                return true;
            }
            left -= n;
            try {
                body.take(chunk, n);
            } catch (HubFault fault) {
                refuse(fault);
                return true;
            }
        }
        return left == 0;
    }

    /** What the head was refused for stays the reason. */
    private void refuse(HubFault fault) {
        if (refused == null) {
            refused = fault;
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        if (isTooLarge) {
            goOn();
            return;
        }
        byte[] chunk = new byte[CHUNK];
        ServletInputStream in = asked.http().getInputStream();
        try {
            while (!isOver && in.isReady()) {
                int n = in.read(chunk);
                if (n < 0) {
                    return;
                }
                body.take(chunk, n);
            }
        } catch (HubFault fault) {
            refuse(fault);
            goOn();
        } catch (IOException broken) {
            refuse(new HubFault(FaultCode.REQUEST_TIMEOUT, "the body did not arrive whole", broken));
            goOn();
        }
    }

    @Override
    public void onAllDataRead() {
        goOn();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(new HubFault(FaultCode.REQUEST_TIMEOUT, "the body took too long"));
        goOn();
    }

    @Override
    public void onError(Throwable broken) {
        refuse(new HubFault(FaultCode.REQUEST_TIMEOUT, "the body did not arrive whole", broken));
    }

    @Override
    public void onError(AsyncEvent event) {
        goOn();
    }

    private void goOn() {
        if (!isOver && waiting != null) {
            isOver = true;
            waiting.dispatch();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        body.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // one wait is all there is
    }
}
