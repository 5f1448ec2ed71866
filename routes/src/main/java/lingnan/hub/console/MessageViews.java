package lingnan.hub.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingnan.hub.console.body.Mask;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;
import org.jspecify.annotations.Nullable;

/** Makes the page's view of a message from its entries. */
final class MessageViews {

    /** Shown at the top, so not again at each step. */
    private static final Set<Fact> HEADLINES =
            EnumSet.of(Fact.CLIENT, Fact.PROVIDER, Fact.SUBJECT, Fact.OPERATION, Fact.OUTCOME, Fact.STEPS);

    private static final Set<Fact> REASONS = EnumSet.of(
            Fact.PURPOSE,
            Fact.LEGAL_BASIS,
            Fact.CASE,
            Fact.USER,
            Fact.STRENGTH,
            Fact.GRANT,
            Fact.WITHHELD,
            Fact.MODE,
            Fact.CLIENT_MESSAGE_ID,
            Fact.ISSUE);

    private static final Set<EntryKind> LOOKS = EnumSet.of(EntryKind.LOOKED);

    /** A step of the flow and the microseconds from the arrival to its end, {@code plan@31 authorise@54}. */
    private static final Pattern STAGE = Pattern.compile("(\\S+)@(\\d{1,15})");

    private final Names names;
    private final Mask mask;
    private final Locale locale;

    MessageViews(Names names, Mask mask, Locale locale) {
        this.names = names;
        this.mask = mask;
        this.locale = locale;
    }

    MessageView of(MessageId message, List<LoggedEntry> entries) {
        List<LoggedEntry> way =
                entries.stream().filter(entry -> !LOOKS.contains(entry.kind())).toList();
        LoggedEntry first = way.isEmpty() ? entries.get(0) : way.get(0);
        LoggedEntry last = way.isEmpty() ? first : way.get(way.size() - 1);
        String client = fact(way, Fact.CLIENT);
        String provider = fact(way, Fact.PROVIDER);
        String subject = fact(way, Fact.SUBJECT);
        String outcome = outcome(way);
        return new MessageView(
                message.toString(),
                Times.day(first.position().appendedAt()),
                names.agency(client, locale),
                client,
                names.agency(provider, locale),
                provider,
                names.subject(subject, locale),
                subject,
                fact(way, Fact.OPERATION),
                Times.length(Duration.between(
                        first.position().appendedAt(), last.position().appendedAt())),
                names.outcome(outcome, locale),
                Names.advice(outcome, locale),
                lines(REASONS.stream(), fact -> fact(way, fact)),
                keys(way),
                steps(way),
                new Passages(names, mask, locale).of(message, way),
                looks(entries),
                entries.stream().mapToInt(LoggedEntry::erased).sum());
    }

    private List<MessageView.Step> steps(List<LoggedEntry> way) {
        List<MessageView.Step> steps = new ArrayList<>();
        LoggedEntry before = null;
        for (LoggedEntry entry : way) {
            steps.add(step(entry, before));
            before = entry;
        }
        return steps;
    }

    private MessageView.Step step(LoggedEntry entry, @Nullable LoggedEntry before) {
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        String outcome = entry.facts().getOrDefault(Fact.OUTCOME.wireName(), "");
        Set<Fact> shown = EnumSet.allOf(Fact.class);
        shown.removeAll(HEADLINES);
        shown.removeAll(REASONS);
        return new MessageView.Step(
                names.kind(entry.kind(), locale),
                names.outcome(outcome.isEmpty() ? kind : outcome, locale).tone(),
                Times.millisecond(entry.position().appendedAt()),
                before == null
                        ? ""
                        : "+"
                                + Times.length(Duration.between(
                                        before.position().appendedAt(),
                                        entry.position().appendedAt())),
                who(entry),
                entry.position().toString(),
                said(entry, outcome),
                lines(shown.stream(), fact -> entry.facts().getOrDefault(fact.wireName(), "")),
                stages(entry.facts().getOrDefault(Fact.STEPS.wireName(), "")),
                entry.erased());
    }

    /** The outcome in words, unless the kind of the entry says as much. */
    private String said(LoggedEntry entry, String outcome) {
        String text = outcome.isEmpty() ? "" : names.outcome(outcome, locale).text();
        return text.equals(names.kind(entry.kind(), locale)) ? "" : text;
    }

    /** Whose doing the entry is: the asking agency's, the asked one's, or the hub's. */
    private String who(LoggedEntry entry) {
        Fact doer =
                switch (entry.kind()) {
                    case ACCEPTED, REFUSED, COLLECTED, REPEATED, PUSHED -> Fact.CLIENT;
                    case CALLING, ANSWERED, DEFERRED -> Fact.PROVIDER;
                    default -> Fact.ACTOR;
                };
        String value = entry.facts().getOrDefault(doer.wireName(), "");
        return doer == Fact.ACTOR || value.isEmpty() ? value : names.agency(value, locale);
    }

    /** The flow's steps with what each took; the fact has when each ended. */
    private List<MessageView.Line> stages(String text) {
        List<MessageView.Line> stages = new ArrayList<>();
        Matcher stage = STAGE.matcher(text);
        long before = 0;
        while (stage.find()) {
            long ended = Long.parseLong(stage.group(2));
            String took = String.format(Locale.ROOT, "%.2f ms", Math.max(0, ended - before) / 1000.0);
            stages.add(new MessageView.Line(names.word("stage." + stage.group(1), stage.group(1), locale), took));
            before = ended;
        }
        return stages;
    }

    private List<MessageView.Line> keys(List<LoggedEntry> way) {
        return way.stream()
                .flatMap(entry -> entry.keys().stream())
                .distinct()
                .map(this::key)
                .toList();
    }

    private MessageView.Line key(Key key) {
        return new MessageView.Line(
                names.word("key." + key.type(), key.type(), locale),
                key.person() ? mask.person(key.value()) : key.value());
    }

    private static List<MessageView.Look> looks(List<LoggedEntry> entries) {
        return entries.stream()
                .filter(entry -> LOOKS.contains(entry.kind()))
                .map(entry -> new MessageView.Look(
                        Times.second(entry.position().appendedAt()),
                        entry.facts().getOrDefault(Fact.ACTOR.wireName(), ""),
                        entry.facts().getOrDefault(Fact.DETAIL.wireName(), ""),
                        entry.position().toString()))
                .toList();
    }

    private List<MessageView.Line> lines(Stream<Fact> facts, Function<Fact, String> value) {
        return facts.filter(fact -> !value.apply(fact).isEmpty())
                .map(fact -> new MessageView.Line(names.fact(fact.wireName(), locale), value(fact, value.apply(fact))))
                .collect(Collectors.toList());
    }

    private String value(Fact fact, String value) {
        return switch (fact) {
            case STRENGTH, MODE -> names.word(fact.wireName() + "." + value.toLowerCase(Locale.ROOT), value, locale);
            default -> mask.text(value);
        };
    }

    /** The newest end of the message; while it has none, its beginning. */
    private static String outcome(List<LoggedEntry> way) {
        if (way.isEmpty()) {
            return "";
        }
        LoggedEntry decisive = way.stream()
                .filter(entry -> entry.kind().closes())
                .reduce((earlier, later) -> later)
                .orElse(way.get(0));
        return decisive.facts()
                .getOrDefault(Fact.OUTCOME.wireName(), decisive.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String fact(List<LoggedEntry> entries, Fact fact) {
        return entries.stream()
                .map(entry -> entry.facts().getOrDefault(fact.wireName(), ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
