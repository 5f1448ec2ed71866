package lingnan.hub.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.catalog.Check.Finding;
import lingnan.hub.catalog.Subject;
import lingnan.hub.publication.HeldStates;
import lingnan.hub.publication.StateLoader.Outcome;

/** Tells of loads while they run, and what came of them. */
final class LoadReport {

    private static final long BETWEEN_LINES = 2_000_000_000L;

    private final PrintWriter out;
    private final PrintWriter progress;
    private final boolean json;
    private final List<Map<String, Object>> subjects = new ArrayList<>();
    private String loading = "";
    private long said = System.nanoTime();
    private long records;
    private int failed;

    LoadReport(PrintWriter out, PrintWriter progress, boolean json) {
        this.out = out;
        this.progress = progress;
        this.json = json;
    }

    static Map<String, Object> row(HeldStates.Held state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", state.subject().value());
        row.put("version", state.version());
        row.put("records", state.records());
        row.put("asOf", state.asOf().toString());
        row.put("loadedAt", state.loadedAt().toString());
        return row;
    }

    void begin(Subject subject) {
        loading = subject.code().value();
    }

    void progress(long read) {
        long now = System.nanoTime();
        if (now - said > BETWEEN_LINES) {
            said = now;
            String before = subjects.isEmpty() ? "" : subjects.size() + " subjects done; ";
            progress.printf("%s%s: %,d records read …%n", before, loading, read);
            progress.flush();
        }
    }

    void end(Subject subject, Outcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", subject.code().value());
        row.put("version", subject.version());
        List<Finding> findings = List.of();
        String told;
        if (outcome instanceof Outcome.Loaded loaded) {
            records += loaded.records();
            row.put("records", loaded.records());
            row.put("held", loaded.held());
            row.put("asOf", loaded.asOf().toString());
            row.put("message", loaded.message().toString());
            told = String.format(
                    "%,d records loaded, %,d held, as of %s  (message %s)",
                    loaded.records(), loaded.held(), loaded.asOf(), loaded.message());
        } else {
            failed++;
            if (outcome instanceof Outcome.Unsound unsound) {
                findings = unsound.findings();
                told = "nothing was loaded: " + findings.size() + " findings";
            } else if (outcome instanceof Outcome.Older behind) {
                told = "nothing was loaded: the state held is of " + behind.held() + ", the files are of "
                        + behind.offered() + ". Say --older if that is wanted.";
            } else {
                told = "nothing was loaded: somebody else is loading it. Try again when that has ended.";
            }
            row.put("refused", told);
        }
        row.put("findings", findings);
        subjects.add(row);
        if (!json) {
            findings.forEach(finding -> out.println(finding));
            out.println(subject.code() + ": " + told);
        }
    }

    int conclude() {
        if (json) {
            out.println(Json.write(Map.of("records", records, "failed", failed, "subjects", subjects)));
        } else if (subjects.size() > 1) {
            out.printf("%,d records of %d subjects loaded.%n", records, subjects.size() - failed);
        }
        return failed == 0 ? 0 : Failures.FOUND_WRONG;
    }
}
