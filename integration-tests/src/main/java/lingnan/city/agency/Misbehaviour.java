package lingnan.city.agency;

import java.time.Duration;
import java.util.Locale;

/**
 * The mode in force, switched while the agency runs: {@code normal, fault, html, empty, slow=<ms>, drop, truncated,
 * cut, hang}.
 */
final class Misbehaviour {

    private static final long ALWAYS = Long.MAX_VALUE;

    private Turn turn = new Turn(Mode.NORMAL, Duration.ZERO);
    private long callsLeft = ALWAYS;

    /** @param delay of SLOW */
    record Turn(Mode mode, Duration delay) {

        /** @throws IllegalArgumentException if the text names no mode */
        static Turn parse(String text) {
            String[] parts = text.split("=", 2);
            Mode mode = Mode.valueOf(parts[0].toUpperCase(Locale.ROOT));
            if (mode == Mode.SLOW) {
                return new Turn(mode, Duration.ofMillis(Long.parseLong(parts.length == 2 ? parts[1] : "2000")));
            }
            if (parts.length == 2) {
                throw new IllegalArgumentException("Only slow takes a value: " + text);
            }
            return new Turn(mode, Duration.ZERO);
        }

        @Override
        public String toString() {
            String name = mode.name().toLowerCase(Locale.ROOT);
            return mode == Mode.SLOW ? name + "=" + delay.toMillis() : name;
        }
    }

    /** For all calls from now on. */
    synchronized void set(Turn next) {
        turn = next;
        callsLeft = ALWAYS;
    }

    /** For so many calls, then normal again. */
    synchronized void set(Turn next, long calls) {
        turn = next;
        callsLeft = calls;
    }

    /** How to treat the call that has just come. */
    synchronized Turn next() {
        if (callsLeft == 0) {
            set(new Turn(Mode.NORMAL, Duration.ZERO));
        } else if (callsLeft != ALWAYS) {
            callsLeft--;
        }
        return turn;
    }

    synchronized Turn current() {
        return callsLeft == 0 ? new Turn(Mode.NORMAL, Duration.ZERO) : turn;
    }
}
