package lingnan.hub.command;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.catalog.AgencyNames;
import lingnan.hub.kernel.Label;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;

/**
 * Prints a message for a person: who asked whom and why, then what happened, entry by entry, with the flow's steps and the
 * bodies. What stands in the heading is said again only where it differs.
 */
final class TracePrinter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final Set<Fact> ON_ONE_LINE = Set.of(Fact.CLIENT, Fact.PROVIDER, Fact.SUBJECT, Fact.OPERATION);
    private static final Map<Fact, String> PARTIES =
            new EnumMap<>(Map.of(Fact.CLIENT, "asking agency", Fact.PROVIDER, "asked agency"));
    private static final List<Fact> HEADING = List.of(
            Fact.SERVICE,
            Fact.MODE,
            Fact.PURPOSE,
            Fact.LEGAL_BASIS,
            Fact.CASE,
            Fact.GRANT,
            Fact.USER,
            Fact.ISSUE,
            Fact.CLIENT_MESSAGE_ID,
            Fact.STRENGTH,
            Fact.REMOTE);

    private final PrintWriter out;
    private final AgencyNames names;
    private final boolean bodies;
    private final Map<Fact, String> said = new EnumMap<>(Fact.class);
    private final StepTable steps;

    TracePrinter(PrintWriter out, AgencyNames names, boolean bodies) {
        this.out = out;
        this.names = names;
        this.bodies = bodies;
        this.steps = new StepTable(out);
    }

    void print(List<LoggedEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        LoggedEntry first = entries.get(0);
        for (Fact fact : Fact.values()) {
            String text = first.facts().get(fact.wireName());
            if (text != null && (ON_ONE_LINE.contains(fact) || HEADING.contains(fact))) {
                said.put(fact, text);
            }
        }
        out.printf("%nmessage %s%n", first.message());
        out.printf(
                "  %s → %s   %s.%s%n",
                said(Fact.CLIENT), said(Fact.PROVIDER), said(Fact.SUBJECT), said(Fact.OPERATION));
        PARTIES.forEach((fact, word) -> name(fact, first).ifPresent(name -> line(word, name)));
        HEADING.stream().filter(said::containsKey).forEach(fact -> line(name(fact), said(fact)));
        line("times", "China Standard Time (+08:00); business time in brackets where it is another");
        for (LoggedEntry entry : entries) {
            print(entry, first);
        }
    }

    /** What the agency was called on the entry's business day. */
    private Optional<String> name(Fact party, LoggedEntry entry) {
        return names.at(said(party), entry.businessTime()).map(Label::toString);
    }

    private String said(Fact fact) {
        return said.getOrDefault(fact, "–");
    }

    private void line(String name, String text) {
        out.printf("    %-18s %s%n", name, text);
    }

    private static String name(Fact fact) {
        return fact.wireName().replace('_', ' ');
    }

    private void print(LoggedEntry entry, LoggedEntry first) {
        String logged = TIME.format(entry.position().appendedAt());
        String business = TIME.format(entry.businessTime());
        boolean isAnother = !business.substring(0, 16).equals(logged.substring(0, 16));
        out.printf(
                "%n  %s  %s%s   at %s%n",
                logged, meaning(entry), isAnother ? "   [" + business + "]" : "", entry.position());
        PARTIES.forEach((fact, word) -> name(fact, entry)
                .filter(name -> entry.facts().containsKey(fact.wireName()))
                .filter(name -> !name(fact, first).equals(Optional.of(name)))
                .ifPresent(name -> line(word, name)));
        for (Fact fact : Fact.values()) {
            String text = entry.facts().get(fact.wireName());
            if (text != null && fact != Fact.STEPS && !text.equals(said.get(fact))) {
                line(name(fact), text);
            }
        }
        entry.keys().forEach(key -> line(key.type(), key.value()));
        if (entry.erased() > 0) {
            out.printf("    %d bodies or keys were erased%n", entry.erased());
        }
        steps.print(entry.facts().getOrDefault(Fact.STEPS.wireName(), ""), said(Fact.PROVIDER));
        if (bodies) {
            entry.bodies().forEach(this::print);
        }
    }

    /** The kind, and what it means to somebody who has never read a log. */
    private static String meaning(LoggedEntry entry) {
        EntryKind kind = entry.kind();
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (kind) {
            case ACCEPTED -> name + ": durably logged, the hub answers for it from here on";
            case CALLING -> name + " the provider";
            case ANSWERED ->
                name
                        + (entry.facts().containsKey(Fact.AS_OF.wireName())
                                ? " from the state that the hub holds"
                                : " by the provider");
            case LOADED -> name + ": questions about the subject are answered from this state";
            case FAILED -> name + ": the caller is told why";
            case IN_DOUBT -> name + ": the provider may have acted, its result is not known";
            case DEFERRED -> name + ": nothing was done, another attempt follows";
            case REFUSED -> name + ": never accepted";
            case COLLECTED -> name + " by the caller";
            case PUSHED -> name + " to the caller";
            case REPEATED -> name + ": a stored answer was given again, the provider was not called";
            case GRANT_GIVEN -> name + ": the provider allows it";
            case GRANT_REVOKED -> name + ": no question passes by it from here on";
            case GRANT_DUE, GRANT_OVERDUE, GRANT_EXPIRED, OBJECTION_DUE, OBJECTION_OVERDUE ->
                name + ": told by its clock";
            case NOTICE_GIVEN -> name + ": told of the outcome, without a value";
            default -> name;
        };
    }

    private void print(Body body) {
        String role = body.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String whose =
                switch (body.role()) {
                    case REQUEST_RECEIVED -> ", from " + said(Fact.CLIENT);
                    case REQUEST_SENT -> ", translated for " + said(Fact.PROVIDER);
                    case ANSWER_RECEIVED -> ", from " + said(Fact.PROVIDER);
                    case ANSWER_CANONICAL -> ", translated and complete";
                    case ANSWER_SENT -> ", to " + said(Fact.CLIENT);
                };
        out.printf("    ── %s%s  (%s, %d bytes)%n", role, whose, body.contentType(), body.bytes().length);
        Indented.of(BodyText.of(body)).lines().forEach(line -> out.println("       " + line));
    }
}
