package lingnan.hub.command;

import java.util.concurrent.Callable;
import lingnan.hub.kernel.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "erase",
        description =
                "Erases the bodies and keys of a message where the law wants it; the log says who did it and why, "
                        + "and still verifies.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Places places = new Places();

    @Parameters(paramLabel = "MESSAGE-ID", description = "The hub's id of the message.")
    private String message = "";

    @Option(names = "--reason", required = true, description = "The legal ground, kept for ever.")
    private String reason = "";

    @Option(names = "--actor", description = "Who erases (the user of this machine).")
    private String actor = System.getProperty("user.name", "operator");

    @Override
    public Integer call() {
        MessageId id;
        try {
            id = MessageId.parse(message);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(message + " is not a message id. ./hub trace KEY finds it.");
        }
        try (LogOf log = LogOf.open(places)) {
            int erased = log.access().eraser().erase(id, actor, reason);
            spec.commandLine().getOut().printf("%d bodies and keys of %s are erased.%n", erased, id);
        }
        return 0;
    }
}
