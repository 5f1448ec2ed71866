package lingnan.hub.console.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: after five failures a name, after twenty an address, has to wait a minute, then two, up to
 * fifteen. Names without an account are treated alike, so that nobody learns which exist. Bounded in memory.
 */
final class Throttle {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final int REMEMBERED = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last, Instant until) {}

    /** How long to wait before the next attempt; empty if it may be made now. */
    synchronized Optional<Duration> toWait(String name, String address) {
        Instant now = clock.instant();
        Instant until = later(until("name " + name), until("address " + address));
        return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    synchronized void failed(String name, String address) {
        count("name " + name, FREE_PER_NAME);
        count("address " + address, FREE_PER_ADDRESS);
    }

    synchronized void succeeded(String name) {
        failures.remove("name " + name);
    }

    private void count(String who, int free) {
        Instant now = clock.instant();
        Failures before = failures.get(who);
        boolean goesOn = before != null && before.last().isAfter(now.minus(LONGEST.multipliedBy(2)));
        int count = before != null && goesOn ? before.count() + 1 : 1;
        failures.put(who, new Failures(count, now, now.plus(penalty(count - free))));
    }

    private static Duration penalty(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofMinutes(1L << Math.min(over, 4));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private Instant until(String who) {
        Failures known = failures.get(who);
        return known == null ? Instant.MIN : known.until();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
