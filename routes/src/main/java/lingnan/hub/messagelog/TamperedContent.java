package lingnan.hub.messagelog;

/** Something read from the log cannot be what was written. The message completes "…: ". */
final class TamperedContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TamperedContent(String message) {
        super(message);
    }
}
