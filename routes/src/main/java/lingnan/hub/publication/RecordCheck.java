package lingnan.hub.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.hub.catalog.Check.Finding;
import lingnan.hub.catalog.Subject;
import lingnan.hub.messagelog.Seal;

/** Holds records against their subject's schema, and says by file and line what is wrong with them. */
final class RecordCheck {

    private static final int MOST = 100;
    private static final Pattern EACH = Pattern.compile("; (?=line \\d+, <|…)");
    private static final Pattern PLACED = Pattern.compile("line (\\d+)[,:] (.*)");
    private static final String REMEDY = "Correct the record, or have the provider correct it.";

    private final Subject subject;
    private final Lookups lookups;
    private final boolean needsFirstKey;
    private final List<Finding> findings = new ArrayList<>();

    /** @param needsFirstKey whether what is loaded is merged by the subject's first key */
    RecordCheck(Subject subject, Seal seal, boolean needsFirstKey) {
        this.subject = subject;
        this.lookups = new Lookups(seal, subject);
        this.needsFirstKey = needsFirstKey;
    }

    /**
     * A record that may be loaded.
     *
     * @param first of the subject's first key; empty if the record has none
     */
    record Sound(byte[] content, List<UUID> lookups, Optional<UUID> first) {}

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean isSound() {
        return findings.isEmpty();
    }

    /** Whether more need not be looked for. */
    boolean isEnough() {
        return findings.size() >= MOST;
    }

    void find(String file, int line, String what, String remedy) {
        if (findings.size() < MOST) {
            findings.add(new Finding(file, line, what, remedy));
        }
    }

    Optional<Sound> check(String file, RecordFile.Row row) {
        Map<String, String> keys = new HashMap<>();
        Optional<String> mistakes = subject.schema().validateAnswer(row.answer(), keys::put);
        if (mistakes.isPresent()) {
            say(file, row, mistakes.get());
            return Optional.empty();
        }
        keys.values().removeIf(String::isBlank);
        int line = row.lines().get(0);
        String first = subject.keys().get(0).name();
        if (keys.isEmpty()) {
            find(file, line, "The record has none of the subject's keys, so nobody could ask for it.", REMEDY);
            return Optional.empty();
        } else if (needsFirstKey && !keys.containsKey(first)) {
            find(file, line, "The record has no " + first + ", by which it would be merged.", REMEDY);
            return Optional.empty();
        }
        List<UUID> found = keys.entrySet().stream()
                .map(key -> lookups.of(key.getKey(), key.getValue()))
                .toList();
        return Optional.of(new Sound(
                row.content(subject.namespace()),
                found,
                Optional.ofNullable(keys.get(first)).map(value -> lookups.of(first, value))));
    }

    private void say(String file, RecordFile.Row row, String mistakes) {
        for (String mistake : EACH.split(mistakes)) {
            Matcher placed = PLACED.matcher(mistake);
            if (placed.matches()) {
                int line =
                        Math.min(Integer.parseInt(placed.group(1)), row.lines().size());
                find(file, row.lines().get(line - 1), placed.group(2) + ".", REMEDY);
            }
        }
    }
}
