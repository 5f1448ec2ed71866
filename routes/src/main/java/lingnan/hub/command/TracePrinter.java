package lingnan.hub.command;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;

/** Prints a message for a person: who asked whom and why, then each entry with its steps and bodies. */
final class TracePrinter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final Set<Fact> IN_THE_HEADING = Set.of(Fact.CLIENT, Fact.PROVIDER, Fact.SUBJECT, Fact.OPERATION);

    private final PrintWriter out;
    private final boolean bodies;

    TracePrinter(PrintWriter out, boolean bodies) {
        this.out = out;
        this.bodies = bodies;
    }

    void print(List<LoggedEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, String> first = entries.get(0).facts();
        out.printf("%nmessage %s%n", entries.get(0).message());
        out.printf(
                "  %s → %s   %s.%s%n",
                fact(first, Fact.CLIENT),
                fact(first, Fact.PROVIDER),
                fact(first, Fact.SUBJECT),
                fact(first, Fact.OPERATION));
        entries.forEach(this::print);
    }

    private static String fact(Map<String, String> facts, Fact fact) {
        return facts.getOrDefault(fact.wireName(), "–");
    }

    private void print(LoggedEntry entry) {
        out.printf(
                "%n  %s  %-16s %s%n",
                TIME.format(entry.position().appendedAt()),
                entry.position(),
                entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        for (Fact fact : Fact.values()) {
            String text = entry.facts().get(fact.wireName());
            if (text != null && !IN_THE_HEADING.contains(fact)) {
                out.printf(
                        "    %-18s %s%n", fact.wireName().replace('_', ' '), fact == Fact.STEPS ? steps(text) : text);
            }
        }
        entry.keys().forEach(key -> out.printf("    %-18s %s%n", key.type(), key.value()));
        if (entry.erased() > 0) {
            out.printf("    %d bodies or keys were erased%n", entry.erased());
        }
        if (bodies) {
            entry.bodies().forEach(this::print);
        }
    }

    /** {@code plan@31 authorise@54}, microseconds since the arrival, as {@code plan 0.031 ms, authorise 0.054 ms}. */
    private static String steps(String text) {
        StringBuilder steps = new StringBuilder();
        for (String step : text.split(" ")) {
            String[] parts = step.split("@", 2);
            if (parts.length == 2) {
                steps.append(steps.isEmpty() ? "" : ", ")
                        .append(parts[0])
                        .append(String.format(Locale.ROOT, " %.2f ms", Long.parseLong(parts[1]) / 1000.0));
            }
        }
        return steps.toString();
    }

    private void print(Body body) {
        out.printf(
                "    ── %s  (%s, %d bytes)%n",
                body.role().name().toLowerCase(Locale.ROOT).replace('_', ' '), body.contentType(), body.bytes().length);
        Indented.of(BodyText.of(body)).lines().forEach(line -> out.println("       " + line));
    }
}
