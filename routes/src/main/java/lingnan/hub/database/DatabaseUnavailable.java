package lingnan.hub.database;

import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be started, reached or trusted. The message says what was attempted and what an operator can do. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        this(message, null);
    }

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
