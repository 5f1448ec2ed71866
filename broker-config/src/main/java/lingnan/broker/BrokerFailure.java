package lingnan.broker;

import org.jspecify.annotations.Nullable;

/** A broker that could not be started or stopped: what was attempted, and the broker's own reason as the cause. */
public final class BrokerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerFailure(String attempted, @Nullable Throwable cause) {
        super(attempted + " failed" + (cause == null ? "" : ": " + cause.getMessage()), cause);
    }
}
