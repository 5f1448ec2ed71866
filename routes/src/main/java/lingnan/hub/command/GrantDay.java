package lingnan.hub.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import lingnan.hub.kernel.BusinessClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The business day on which a command about grants acts or looks. */
final class GrantDay {

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The business day, such as 2009-11-10 (today). To act on another day than today is possible"
                    + " only where a hub ran with a simulated clock.")
    private @Nullable LocalDate on;

    LocalDate day() {
        return on == null ? BusinessClock.real().today() : on;
    }

    /** @throws CommandFailure if somebody would act on another day than today on real data */
    BusinessClock toActOn(Path data) {
        if (on == null || on.equals(BusinessClock.real().today())) {
            return BusinessClock.real();
        }
        if (!Files.exists(data.resolve("simulated-clock"))) {
            throw new CommandFailure("The business clock in " + data + " is the real one; leave --on out.");
        }
        return toLookOn();
    }

    BusinessClock toLookOn() {
        return BusinessClock.simulated(Clock.fixed(
                day().atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
    }
}
