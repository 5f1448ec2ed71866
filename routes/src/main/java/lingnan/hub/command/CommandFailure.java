package lingnan.hub.command;

/** A command that cannot do what was asked; the message says why and what to do, in one or two sentences. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message, null, false, false);
    }
}
