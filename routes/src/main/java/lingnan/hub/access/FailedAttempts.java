package lingnan.hub.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lingnan.hub.kernel.SubsystemId;

/**
 * Slows guessing: after five wrong passwords in a row for one system from one address, each further one doubles the
 * time for which none is tried, up to a minute. Others are not held up by it.
 */
final class FailedAttempts {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final RecentlyUsed<Source, Failures> failures = new RecentlyUsed<>(MOST);

    FailedAttempts(Clock clock) {
        this.clock = clock;
    }

    boolean mustWait(SubsystemId subsystem, String address) {
        return failures.get(new Source(subsystem, address))
                .filter(failed -> clock.instant().isBefore(failed.until()))
                .isPresent();
    }

    void failed(SubsystemId subsystem, String address) {
        Source source = new Source(subsystem, address);
        int count = failures.get(source).map(Failures::count).orElse(0) + 1;
        failures.put(source, new Failures(count, clock.instant().plus(pause(count))));
    }

    void succeeded(SubsystemId subsystem, String address) {
        failures.remove(new Source(subsystem, address));
    }

    private static Duration pause(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private record Source(SubsystemId subsystem, String address) {}

    private record Failures(int count, Instant until) {}
}
