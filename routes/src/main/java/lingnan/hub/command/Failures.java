package lingnan.hub.command;

import picocli.CommandLine;

/** Prints what went wrong in words; the stack only when asked for with HUB_DEBUG=1. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    static final int FOUND_WRONG = 1;
    static final int COULD_NOT = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if ("1".equals(System.getenv("HUB_DEBUG"))) {
            failure.printStackTrace(line.getErr());
        }
        String message = failure.getMessage();
        line.getErr().println("hub: " + (message == null ? failure.getClass().getSimpleName() : message));
        return COULD_NOT;
    }
}
