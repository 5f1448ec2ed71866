package lingnan.city.story;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells a story as plain lines, for people who have never seen the system. */
public final class Teller implements Consumer<Telling> {

    private final PrintStream out;

    public Teller(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(Telling telling) {
        if (telling instanceof Telling.Act act) {
            out.println();
            out.printf("%2d. %s%n    %s%n", act.number(), act.zh(), act.en());
            out.printf(
                    "    %s %s → %s   %s   (%d ms)%n",
                    act.asExpected() ? "✓" : "✗",
                    act.asking(),
                    act.provider(),
                    act.outcome(),
                    act.took().toMillis());
            out.printf("      message %s%n", act.messageId());
        } else if (telling instanceof Telling.Happening happening) {
            out.println();
            out.printf("    %s %s%n", happening.zh(), happening.en());
        }
    }

    public void conclude(Verdict verdict) {
        out.println();
        out.printf(
                "%d questions: %d answered, %d refused or told why not. %d calls reached the agencies. %d questions are "
                        + "in the log.%n",
                verdict.interactions(), verdict.answered(), verdict.refused(), verdict.calls(), verdict.logged());
        if (verdict.isSound()) {
            out.println("Nothing was lost, nothing was asked twice, and the log verifies.");
        }
        verdict.findings().forEach(finding -> out.println("  ✗ " + finding));
    }
}
