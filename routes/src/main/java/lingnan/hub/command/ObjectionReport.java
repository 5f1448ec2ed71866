package lingnan.hub.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingnan.hub.objections.Dossier;
import lingnan.hub.objections.Objection;

/** Prints objections: for people, or as one JSON object. */
final class ObjectionReport {

    private final PrintWriter out;
    private final boolean json;
    private final LocalDate day;

    /** @param day on which something is overdue or not */
    ObjectionReport(PrintWriter out, boolean json, LocalDate day) {
        this.out = out;
        this.json = json;
        this.day = day;
    }

    void list(List<Objection> found) {
        if (json) {
            out.println(Json.write(
                    Map.of("objections", found.stream().map(this::row).toList())));
            return;
        }
        for (Objection objection : found) {
            out.printf(
                    "%-14s %-11s %s → %s  %s %s  filed %s, answer due %s%s%n",
                    objection.id(),
                    objection.state(),
                    objection.objector(),
                    objection.provider(),
                    objection.subject(),
                    objection.field(),
                    objection.filedOn(),
                    objection.answerBy().due(),
                    objection.isOverdueOn(day) ? "  OVERDUE" : "");
        }
        out.printf("%d objections.%n", found.size());
    }

    void objection(Objection objection) {
        print(row(objection));
    }

    void dossier(Dossier dossier) {
        Map<String, Object> row = row(dossier.objection());
        dossier.doubt().ifPresent(doubt -> {
            row.put("key", doubt.key() + "=" + doubt.keyValue());
            row.put("seen", doubt.seen());
            row.put("believed", doubt.believed());
            row.put("evidence", doubt.evidence());
        });
        if (dossier.doubt().isEmpty()) {
            row.put("values", "erased");
        }
        row.put(
                "said",
                dossier.said().stream()
                        .map(said -> String.join(" ", said.what(), said.on().toString(), said.by(), said.text()))
                        .toList());
        print(row);
    }

    private Map<String, Object> row(Objection objection) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", objection.id());
        row.put("state", objection.state().name());
        row.put("objector", objection.objector().value());
        row.put("provider", objection.provider().value());
        row.put("subject", objection.subject().value());
        row.put("field", objection.field());
        row.put("interaction", objection.interaction().toString());
        row.put("filedOn", objection.filedOn().toString());
        row.put("filedBy", objection.filedBy());
        row.put("answerDue", objection.answerBy().due().toString());
        row.put("overdue", objection.isOverdueOn(day));
        Optional.ofNullable(objection.settledOn()).ifPresent(on -> row.put("settledOn", on.toString()));
        return row;
    }

    private void print(Map<String, Object> row) {
        if (json) {
            out.println(Json.write(row));
            return;
        }
        row.forEach((name, value) -> {
            if (value instanceof List<?> many) {
                many.forEach(one -> out.printf("  %-12s %s%n", name, one));
            } else {
                out.printf("  %-12s %s%n", name, value);
            }
        });
    }
}
