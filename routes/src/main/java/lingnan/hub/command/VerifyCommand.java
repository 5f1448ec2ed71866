package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lingnan.hub.messagelog.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Proves that nothing in the log was changed: every leaf, chain, commitment and signed checkpoint.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything verifies", "1:something does not; the first bad place of each lane is named"},
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Surroundings here = new Surroundings();

    @Option(names = "--live", description = "Verifies the log of the data directory.", required = true)
    private boolean live;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        long started = System.nanoTime();
        Verifier.Verification found;
        try (LogOf log = LogOf.open(here)) {
            found = log.access().verifier().verify();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        PrintWriter out = here.out();
        if (json.isWanted()) {
            out.println(Json.write(object(found, seconds)));
        } else {
            print(out, found, seconds);
        }
        return found.isSound() ? 0 : Failures.FOUND_WRONG;
    }

    private static void print(PrintWriter out, Verifier.Verification found, double seconds) {
        for (Verifier.Finding finding : found.findings()) {
            out.printf("%s#%d: %s%n", finding.lane(), finding.position(), finding.what());
        }
        out.printf(
                "%d entries on %d lanes, %d signed checkpoints, %d bodies and keys lawfully erased: %s (%.1f s).%n",
                found.entries(),
                found.lanes(),
                found.checkpoints(),
                found.erased(),
                found.isSound() ? "the log verifies" : "the log does NOT verify",
                seconds);
    }

    private static Map<String, Object> object(Verifier.Verification found, double seconds) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("sound", found.isSound());
        object.put("entries", found.entries());
        object.put("lanes", found.lanes());
        object.put("checkpoints", found.checkpoints());
        object.put("erased", found.erased());
        object.put("findings", found.findings());
        object.put("seconds", seconds);
        return object;
    }
}
