package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The steps of one message's flow, as its entries tell them: {@code plan@31 authorise@54}, microseconds since the arrival.
 * A later entry repeats the steps of an earlier one; each is printed once.
 */
final class StepTable {

    private final PrintWriter out;
    private final Set<String> printed = new HashSet<>();

    StepTable(PrintWriter out) {
        this.out = out;
    }

    /** @param provider whom the step {@code call} calls */
    void print(String steps, String provider) {
        boolean isFirst = true;
        long before = 0;
        for (String step : steps.split(" ")) {
            String[] parts = step.split("@", 2);
            if (parts.length < 2) {
                continue;
            }
            long ended = Long.parseLong(parts[1]);
            if (printed.add(step)) {
                String name = parts[0].equals("call") ? "call " + provider : parts[0];
                out.printf(
                        Locale.ROOT,
                        "    %-18s %8.2f ms  %-28s (%.2f ms after the start)%n",
                        isFirst ? "steps" : "",
                        (ended - before) / 1000.0,
                        name,
                        ended / 1000.0);
                isFirst = false;
            }
            before = ended;
        }
    }
}
