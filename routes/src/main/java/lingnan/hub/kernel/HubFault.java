package lingnan.hub.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The one family of refusals and failures that may reach a caller. It carries a code, whose sentences say what to do,
 * and a detail that names the thing at fault; it never carries a class name. Translated into a SOAP fault once, at the
 * edge.
 */
public final class HubFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final String detail;

    public HubFault(FaultCode code, String detail) {
        this(code, detail, null);
    }

    /** @param cause kept for the hub's own operators; never shown to a caller */
    public HubFault(FaultCode code, String detail, @Nullable Throwable cause) {
        super(code.wireName() + ": " + detail, cause, false, cause != null);
        this.code = code;
        this.detail = detail;
    }

    public FaultCode code() {
        return code;
    }

    /** What was attempted, on what: one line, fit for a caller's eyes. */
    public String detail() {
        return detail;
    }
}
