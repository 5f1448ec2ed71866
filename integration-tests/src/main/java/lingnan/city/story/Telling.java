package lingnan.city.story;

import java.time.Duration;

/** What a story tells its audience. */
public sealed interface Telling {

    /** Something happened that is no question. */
    record Happening(String zh, String en) implements Telling {}

    /** A question was asked and something came of it. */
    record Act(
            int number,
            String zh,
            String en,
            String asking,
            String provider,
            String outcome,
            boolean asExpected,
            Duration took,
            String messageId)
            implements Telling {}
}
