package lingnan.hub.command;

import java.util.concurrent.Callable;
import lingnan.hub.kernel.MessageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        description =
                "Erases the bodies and keys of a message where the law wants it; the log says who did it and why, "
                        + "and still verifies.",
        mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

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
        try (LogOf log = LogOf.open(here)) {
            int erased = log.access().eraser().erase(id, actor, reason);
            here.out().printf("%d bodies and keys of %s are erased.%n", erased, id);
        }
        return 0;
    }
}
