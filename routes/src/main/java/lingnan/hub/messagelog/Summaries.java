package lingnan.hub.messagelog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Rows.EntryRow;
import lingnan.hub.messagelog.Traces.Summary;

/** One line about a message from all its entries. */
final class Summaries {

    private Summaries() {}

    /** @param rows of one message in order of append, at least one */
    static Summary of(List<EntryRow> rows) {
        EntryRow first = rows.get(0);
        List<Map<String, String>> facts =
                rows.stream().map(row -> FactsJson.read(row.facts())).toList();
        return new Summary(
                new MessageId(first.message()),
                Leaf.instant(first.appendedAt()),
                Leaf.instant(first.businessTime()),
                firstOf(facts, Fact.CLIENT),
                firstOf(facts, Fact.PROVIDER),
                firstOf(facts, Fact.SUBJECT),
                firstOf(facts, Fact.OPERATION),
                outcome(rows, facts));
    }

    /** The newest end of the matter; while it has none, its outcome is that it was accepted (or refused …). */
    private static String outcome(List<EntryRow> rows, List<Map<String, String>> facts) {
        int decisive = 0;
        for (int i = 0; i < rows.size(); i++) {
            EntryKind kind = EntryKind.of(rows.get(i).kind());
            if (kind.settles()) {
                decisive = i;
            }
        }
        String kind = EntryKind.of(rows.get(decisive).kind()).name().toLowerCase(Locale.ROOT);
        return facts.get(decisive).getOrDefault(Fact.OUTCOME.wireName(), kind);
    }

    private static String firstOf(List<Map<String, String>> facts, Fact wanted) {
        return facts.stream()
                .map(of -> of.getOrDefault(wanted.wireName(), ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
