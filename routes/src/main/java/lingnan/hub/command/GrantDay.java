package lingnan.hub.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import lingnan.hub.kernel.BusinessClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The business day on which a command about grants or objections acts or looks: today; where a hub ran with a simulated
 * clock the day that it has now, since an act of another day would lie in its past or future.
 */
final class GrantDay {

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description =
                    "The business day, such as 2009-11-10 (that of the running hub, which is today unless its clock"
                            + " is simulated). To act on another day than today is possible only where a hub ran with a simulated"
                            + " clock.")
    private @Nullable LocalDate on;

    /** @throws CommandFailure if nobody knows the day, or if somebody would act on another day than today on real data */
    BusinessClock toActOn(Path data) {
        boolean simulated = Files.exists(data.resolve("simulated-clock"));
        if (on == null && simulated) {
            return RunningHub.of(data)
                    .map(RunningHub::businessClock)
                    .orElseThrow(() -> new CommandFailure("A hub ran on " + data
                            + " with a simulated clock, and none runs now that knows the day. Say which with --on."));
        }
        if (on == null || on.equals(BusinessClock.real().today())) {
            return BusinessClock.real();
        }
        if (!simulated) {
            throw new CommandFailure("The business clock in " + data + " is the real one; leave --on out.");
        }
        return noonOf(on);
    }

    BusinessClock toLookOn(Path data) {
        return on == null
                ? RunningHub.of(data).map(RunningHub::businessClock).orElseGet(BusinessClock::real)
                : noonOf(on);
    }

    private static BusinessClock noonOf(LocalDate day) {
        return BusinessClock.simulated(Clock.fixed(
                day.atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
    }
}
