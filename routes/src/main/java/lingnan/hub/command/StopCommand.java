package lingnan.hub.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "stop",
        description = "Stops the hub of this data directory: it finishes what is under way first.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is stopped, or none ran", "3:it did not stop in time"},
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Option(names = "--within", paramLabel = "SECONDS", description = "How long to wait (60).", defaultValue = "60")
    private int seconds;

    @Override
    public Integer call() throws InterruptedException {
        Optional<RunningHub> hub = RunningHub.of(here.data());
        if (hub.isEmpty()) {
            here.out().println("No hub runs on " + here.data() + ".");
            return 0;
        }
        hub.get().process().destroy();
        try {
            hub.get().process().onExit().get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            throw new CommandFailure("The hub (process " + hub.get().process().pid() + ") did not stop within "
                    + seconds + " s. Look at its output, or end the process; nothing acknowledged is lost.");
        }
        here.out().println("The hub is stopped.");
        return 0;
    }
}
