package lingnan.hub.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.hub.console.body.Mask;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import org.jspecify.annotations.Nullable;

/** The time line of a message: what each entry adds to those before it, so that nothing is read twice. */
final class Steps {

    /** Shown at the top of the page or of no use to a reader. */
    private static final Set<Fact> ELSEWHERE = EnumSet.of(
            Fact.CLIENT, Fact.PROVIDER, Fact.SUBJECT, Fact.OPERATION, Fact.SERVICE, Fact.OUTCOME, Fact.STEPS, Fact.HUB);

    /** A step of the flow and the microseconds from the arrival to its end, {@code plan@31 authorise@54}. */
    private static final Pattern STAGE = Pattern.compile("(\\S+)@(\\d{1,15})");

    private final Names names;
    private final Mask mask;
    private final Locale locale;
    private final Set<Fact> shown = EnumSet.allOf(Fact.class);
    private final Map<Fact, String> told = new HashMap<>();
    private String stagesTold = "";

    /** @param reasons the facts that the page shows once for the whole message */
    Steps(Names names, Mask mask, Locale locale, Set<Fact> reasons) {
        this.names = names;
        this.mask = mask;
        this.locale = locale;
        shown.removeAll(ELSEWHERE);
        shown.removeAll(reasons);
    }

    List<MessageView.Step> of(List<LoggedEntry> way) {
        List<MessageView.Step> steps = new ArrayList<>();
        LoggedEntry before = null;
        for (LoggedEntry entry : way) {
            steps.add(step(entry, before));
            before = entry;
        }
        return steps;
    }

    private MessageView.Step step(LoggedEntry entry, @Nullable LoggedEntry before) {
        String outcome = entry.facts().getOrDefault(Fact.OUTCOME.wireName(), "");
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        Names.Outcome meant = names.outcome(entry.kind(), outcome.isEmpty() ? kind : outcome, locale);
        String title = names.kind(entry.kind(), locale);
        return new MessageView.Step(
                title,
                meant.tone(),
                Times.millisecond(entry.position().appendedAt()),
                before == null ? "" : "+" + since(before, entry),
                who(entry),
                entry.position().toString(),
                outcome.isEmpty() || meant.text().equals(title) ? "" : meant.text(),
                facts(entry),
                stages(entry.facts().getOrDefault(Fact.STEPS.wireName(), "")),
                entry.erased());
    }

    private static String since(LoggedEntry before, LoggedEntry entry) {
        return Times.length(Duration.between(
                before.position().appendedAt(), entry.position().appendedAt()));
    }

    /** Whose doing the entry is: the asking agency's, the asked one's, or a person's at the hub. */
    private String who(LoggedEntry entry) {
        Fact doer =
                switch (entry.kind()) {
                    case ACCEPTED, REFUSED, COLLECTED, REPEATED, PUSHED -> Fact.CLIENT;
                    case CALLING, ANSWERED, DEFERRED -> Fact.PROVIDER;
                    default -> Fact.ACTOR;
                };
        String value = entry.facts().getOrDefault(doer.wireName(), "");
        return value.isEmpty() ? "" : names.actor(value, entry.businessTime(), locale);
    }

    private List<MessageView.Line> facts(LoggedEntry entry) {
        List<MessageView.Line> facts = new ArrayList<>();
        for (Fact fact : shown) {
            String value = entry.facts().getOrDefault(fact.wireName(), "");
            if (!value.isEmpty() && !value.equals(told.put(fact, value))) {
                facts.add(new MessageView.Line(names.fact(fact.wireName(), locale), mask.text(value)));
            }
        }
        return facts;
    }

    /** The flow's steps with what each took; the fact has when each ended, and goes on from the entry before. */
    private List<MessageView.Line> stages(String text) {
        List<MessageView.Line> stages = new ArrayList<>();
        Matcher stage = STAGE.matcher(text);
        int skipped = text.startsWith(stagesTold) ? stagesTold.length() : 0;
        long before = 0;
        while (stage.find()) {
            long ended = Long.parseLong(stage.group(2));
            if (stage.end() > skipped) {
                String took = String.format(Locale.ROOT, "%.2f ms", Math.max(0, ended - before) / 1000.0);
                stages.add(new MessageView.Line(names.word("stage." + stage.group(1), stage.group(1), locale), took));
            }
            before = ended;
        }
        stagesTold = text.isEmpty() ? stagesTold : text;
        return stages;
    }
}
