package lingnan.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.console.body.Mask;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;

/** Makes the page's view of a message from its entries. */
final class MessageViews {

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
        LoggedEntry decisive = decisive(way).orElse(first);
        String client = fact(way, Fact.CLIENT);
        String subject = fact(way, Fact.SUBJECT);
        Instant then = first.businessTime();
        String provider = names.provider(fact(way, Fact.PROVIDER), subject, then);
        String outcome = outcome(way);
        return new MessageView(
                message.toString(),
                Times.second(first.position().appendedAt()),
                names.agency(client, then, locale),
                client,
                names.agency(provider, then, locale),
                provider,
                names.subject(subject, locale),
                subject,
                fact(way, Fact.OPERATION),
                new MessageView.Pages(
                        names.agencyPage(client, then),
                        names.agencyPage(provider, then),
                        names.subjectPage(subject, then)),
                decisive == first
                        ? ""
                        : Times.length(Duration.between(
                                first.position().appendedAt(),
                                decisive.position().appendedAt())),
                names.outcome(outcome, locale),
                Names.advice(outcome, locale),
                reasons(way, subject),
                keys(way),
                new Steps(names, mask, locale, REASONS).of(way),
                new Passages(names, mask, locale).of(message, way),
                looks(entries),
                entries.stream().mapToInt(LoggedEntry::erased).sum());
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

    private List<MessageView.Look> looks(List<LoggedEntry> entries) {
        return entries.stream()
                .filter(entry -> LOOKS.contains(entry.kind()))
                .map(entry -> new MessageView.Look(
                        Times.second(entry.position().appendedAt()),
                        names.actor(
                                entry.facts().getOrDefault(Fact.ACTOR.wireName(), ""), entry.businessTime(), locale),
                        look(entry.facts().getOrDefault(Fact.DETAIL.wireName(), "")),
                        entry.position().toString()))
                .toList();
    }

    private String look(String detail) {
        String word = "look." + (detail.startsWith("download") ? "download" : detail.replace(' ', '-'));
        return names.word(word, detail, locale);
    }

    private List<MessageView.Line> reasons(List<LoggedEntry> way, String subject) {
        return REASONS.stream()
                .filter(fact -> !fact(way, fact).isEmpty())
                .map(fact -> new MessageView.Line(
                        names.fact(fact.wireName(), locale), reason(fact, fact(way, fact), way, subject)))
                .toList();
    }

    private String reason(Fact fact, String value, List<LoggedEntry> way, String subject) {
        return switch (fact) {
            case STRENGTH, MODE -> names.word(fact.wireName() + "." + value.toLowerCase(Locale.ROOT), value, locale);
            case WITHHELD -> names.fields(subject, value, locale);
            case LEGAL_BASIS -> names.legalBasis(fact(way, Fact.GRANT), value, locale);
            default -> mask.text(value);
        };
    }

    /** The newest end of the message. */
    private static Optional<LoggedEntry> decisive(List<LoggedEntry> way) {
        return way.stream().filter(entry -> entry.kind().settles()).reduce((earlier, later) -> later);
    }

    /** That of the message's end; while it has none, of its beginning. */
    private static String outcome(List<LoggedEntry> way) {
        return decisive(way)
                .or(() -> way.stream().findFirst())
                .map(entry -> entry.facts()
                        .getOrDefault(
                                Fact.OUTCOME.wireName(), entry.kind().name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private static String fact(List<LoggedEntry> entries, Fact fact) {
        return entries.stream()
                .map(entry -> entry.facts().getOrDefault(fact.wireName(), ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
