package lingnan.city.bench;

import java.io.Serial;

/** It could not be measured honestly: something was answered wrongly, or counts do not agree. */
final class BenchFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BenchFailure(String what) {
        super(what);
    }

    BenchFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
