package lingnan.hub.console;

import java.util.List;
import lingnan.hub.console.body.BodyView;
import org.jspecify.annotations.Nullable;

/**
 * One message as its page shows it; everything is text in the reader's language.
 *
 * @param day of its first entry, with the time
 * @param took from the first entry to its end; empty if it began and ended in one, or has no end yet
 * @param reasons why and for whom the call was made: purpose, case, person, strength of the identification
 * @param keys by which the message can be found
 * @param steps what happened, in order
 * @param passages the bodies, before and after translation side by side
 * @param looks who looked at it
 */
record MessageView(
        String id,
        String day,
        String client,
        String clientCode,
        String provider,
        String providerCode,
        String subject,
        String subjectCode,
        String operation,
        Pages pages,
        String took,
        Names.Outcome outcome,
        String advice,
        List<Line> reasons,
        List<Line> keys,
        List<Step> steps,
        List<Passage> passages,
        List<Look> looks,
        int erased) {

    /** Where the city's pages tell of the message's agencies and subject as they were on its day; empty if nowhere. */
    record Pages(String client, String provider, String subject) {}

    /** A name and its value. */
    record Line(String name, String value) {}

    /**
     * One entry of the log.
     *
     * @param since how long after the entry before it
     * @param stages the steps of the flow within it, with their durations
     */
    record Step(
            String kind,
            Names.Tone tone,
            String time,
            String since,
            String who,
            String position,
            String outcome,
            List<Line> facts,
            List<Line> stages,
            int erased) {}

    /** One body and where it can be downloaded from. */
    record Placed(BodyView body, String name, String position, String download) {}

    /**
     * Two bodies that belong together: as it came and as it went on.
     *
     * @param folded whether it is opened only on demand, since it repeats what stands above
     */
    record Passage(
            String title, @Nullable Placed before, @Nullable Placed after, boolean folded) {}

    /** Somebody's look at this message. */
    record Look(String time, String who, String what, String position) {}
}
